import { addCalendar, ClienteleError, type Instant } from '../core/index.ts';
import type { Moment } from '../language/index.ts';
import { history, type HistoryPoint, readSegment } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { type AsOf, readMoment, resolveAsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { momentForAlone } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

export type HistoryRequest = { readonly every: 'day' | 'week' | 'month'; readonly from?: string; readonly to?: string; readonly asOf?: string };

/** A point and how many more (or fewer) there are than at the one before; null for the first. */
export type SizePoint = HistoryPoint & { readonly change: number | null };

/** Sizes of a segment over time; what no run recorded is reconstructed from the facts. */
export async function segmentHistory(app: App, slugOrName: string, request: HistoryRequest): Promise<readonly SizePoint[]> {
  const asOf = await resolveAsOf(app, request.asOf);
  await ensureRefreshed(app, asOf);
  const to = request.to === undefined ? asOf.at : (await resolveAsOf(app, request.to)).at;
  const from = request.from === undefined ? await usualStart(app, to) : readMoment(request.from, app.workspace.zone);
  if (from >= to) throw new ClienteleError('usage', { detail: '--from must lie before --to.' });
  const segment = await readSegment(app.control, slugOrName);
  const vocabulary = await vocabularyOf(app);
  const { tree } = checkedCondition(segment.text, vocabulary);
  const lists = await listsOf(app);
  const momentAt = (at: Instant): Promise<Moment> => momentForAlone(app, { at, explicit: true } satisfies AsOf, [tree], vocabulary);
  const shown = (at: Instant): Promise<Moment> => {
    app.effects.progress({ label: 'earlier sizes', done: Math.max(0, at - from), total: to - from });
    return momentAt(at);
  };
  const points = await history(
    app.warehouse,
    { ...lists.get(segment.slug), slug: segment.slug, tree },
    { every: request.every, from, to },
    await momentAt(to),
    shown,
    lists,
  );
  return points.map((point, index) => {
    const before = points[index - 1];
    return { ...point, change: before === undefined ? null : point.members - before.members };
  });
}

/** A year before the end, or the first fact where that is later. */
async function usualStart(app: App, to: Instant): Promise<Instant> {
  const yearAgo = addCalendar(to, app.workspace.zone, { years: -1 });
  const found = await app.warehouse.row<{ first: Instant | null }>(sql`
    select least((select min(ordered_at) from orders), (select min(occurred_at) from events), (select min(occurred_at) from feedback)) as first`);
  const first = found?.first ?? null;
  return first !== null && first > yearAgo && first < to ? first : yearAgo;
}
