import { sql } from '../sql/index.ts';
import { endedLongAgo, resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import type { App } from './open.ts';
import { figuresOfAll, type SegmentFigures } from './segment-figures.ts';

/** Who the customers are and which groups matter, in one glance after an import. */
export type Summary = {
  readonly customers: number;
  readonly buyers: number;
  readonly revenue: number;
  /** Of it, what orders brought that name no customer. */
  readonly unattributed: number;
  readonly segments: number;
  /** An expression that fits this shop, to show how any group is asked for: of orders, else what a ready segment asks; null where there is neither. */
  readonly example: string | null;
  /** RFM groups where there are orders, else the largest groups; most revenue first. */
  readonly groups: readonly SegmentFigures[];
  /** The newest fact, where it is so old that seen from now nearly everyone has gone. */
  readonly endsLongAgo: string | null;
};

const most = 10;

/** Without quotes of its own the shell takes it as it stands. */
const exampleOf = (texts: readonly string[]): string | null => texts.find((text) => text.length <= 70 && !text.includes("'")) ?? null;

export async function summary(app: App, asOfText: string | undefined): Promise<Summary> {
  const asOf = await resolveAsOf(app, asOfText);
  const current = await currentSegments(app, asOf);
  const figures = await figuresOfAll(app, current);
  const facts = await app.warehouse.row<{ buyers: number; revenue: number; unattributed: number }>(sql`
    select count(distinct profile) filter (where counts and not is_return) as buyers, coalesce(sum(total) filter (where counts), 0) as revenue,
      coalesce(sum(total) filter (where counts and profile is null), 0) as unattributed from orders`);
  const peopled = figures.filter(({ members }) => (members ?? 0) > 0);
  const rfm = peopled.filter(({ folder, origin }) => folder === 'RFM' && origin === 'built-in');
  const shown = rfm.length > 0 ? rfm.toSorted((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0)) : peopled.toSorted((a, b) => (b.members ?? 0) - (a.members ?? 0));
  return {
    customers: current.profiles,
    buyers: facts?.buyers ?? 0,
    revenue: facts?.revenue ?? 0,
    unattributed: facts?.unattributed ?? 0,
    segments: figures.length,
    example: (facts?.buyers ?? 0) > 0 ? 'orders >= 3' : exampleOf(shown.map(({ text }) => text)),
    groups: shown.slice(0, most),
    endsLongAgo: await endedLongAgo(app, asOfText),
  };
}
