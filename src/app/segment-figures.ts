import { formatInstant, type Instant } from '../core/index.ts';
import { describe, parse } from '../language/index.ts';
import { isBehind } from './backfill.ts';
import { listSegments, readLists, readSegment, segmentVersions, storedSegments, usersOf } from '../segments/index.ts';
import { sql, timestamp } from '../sql/index.ts';
import { namesMoment, resolveAsOf } from './as-of.ts';
import { type Current, currentSegments, type CurrentSegments } from './current.ts';
import { listedProfiles } from './listed-profiles.ts';
import type { App } from './open.ts';
import { nextChangeOf } from './next-change.ts';
import { vocabularyOf } from './vocabulary.ts';

/** One line of `segments list`. Numbers are null for a segment that could never be computed. */
export type SegmentFigures = {
  readonly slug: string;
  readonly name: string;
  readonly folder: string;
  readonly members: number | null;
  readonly share: number | null;
  readonly revenue: number | null;
  readonly revenue_share: number | null;
  readonly as_of: string;
  readonly status: 'ok' | 'failed';
  readonly reason: string | null;
  readonly text: string;
  readonly note: string;
  readonly mode: 'live' | 'static';
  readonly origin: 'built-in' | 'user';
};

export async function listWithFigures(app: App, asOf: string | undefined, folder?: string): Promise<readonly SegmentFigures[]> {
  const stored = await storedSizes(app, asOf);
  const figures =
    stored === undefined
      ? await figuresOfAll(app, await currentSegments(app, await resolveAsOf(app, asOf)))
      : (await listSegments(app.control)).map((segment) => figuresFrom(segment, stored.of(segment.slug), stored));
  return figures.filter((segment) => folder === undefined || segment.folder.toLowerCase() === folder.toLowerCase());
}

/** Every defined segment with the people it has at a moment. */
export async function figuresOfAll(app: App, current: CurrentSegments): Promise<readonly SegmentFigures[]> {
  return (await listSegments(app.control)).map((segment) => figuresOf(segment, current));
}

type Named = Pick<SegmentFigures, 'slug' | 'name' | 'folder' | 'text' | 'note' | 'mode' | 'origin'>;

function figuresOf(named: Named, current: CurrentSegments): SegmentFigures {
  const found: Current | undefined = current.segments.get(named.slug);
  const members = found?.members ?? null;
  const size: Size | undefined =
    found === undefined
      ? undefined
      : { members: members?.length ?? null, revenue: members === null ? null : current.revenue.of(members), status: found.status, reason: found.reason };
  return figuresFrom(named, size, { asOf: current.asOf, profiles: current.profiles, revenue: current.revenue.total });
}

/** A segment's size without its members. */
type Size = { readonly members: number | null; readonly revenue: number | null; readonly status: 'ok' | 'failed'; readonly reason: string | null };
type Whole = { readonly asOf: Instant; readonly profiles: number; readonly revenue: number };

function figuresFrom({ slug, name, folder, text, note, mode, origin }: Named, size: Size | undefined, whole: Whole): SegmentFigures {
  const { members = null, revenue = null, status = 'failed', reason = null } = size ?? {};
  return {
    slug,
    name,
    folder,
    members,
    share: members === null ? null : ratio(members, whole.profiles),
    revenue,
    revenue_share: revenue === null ? null : ratio(revenue, whole.revenue),
    as_of: formatInstant(whole.asOf),
    status,
    reason,
    text,
    note,
    mode,
    origin,
  };
}

/** What the last refresh wrote down, for an app that only reads and asks for no other moment: nobody's bitmap has to be opened. */
async function storedSizes(app: App, asOf: string | undefined): Promise<(Whole & { readonly of: (slug: string) => Size | undefined }) | undefined> {
  if (app.still !== true || namesMoment(app, asOf)) return undefined;
  const { at } = await resolveAsOf(app, undefined);
  const stored = new Map((await storedSegments(app.warehouse)).map((segment) => [segment.slug, segment]));
  const whole = await app.warehouse.row<{ profiles: number; revenue: number }>(sql`
    select (select count(*) from profiles) as profiles, coalesce(sum(total), 0)::DOUBLE as revenue
    from orders where counts and profile is not null and ordered_at <= ${timestamp(at)}`);
  return {
    asOf: at,
    profiles: whole?.profiles ?? 0,
    revenue: whole?.revenue ?? 0,
    of: (slug) => {
      const found = stored.get(slug);
      if (found === undefined) return undefined;
      // A failed one keeps the members of its last good evaluation; one that never had any has none to show.
      const never = found.status === 'failed' && found.members === 0;
      return { members: never ? null : found.members, revenue: never ? null : found.revenue, status: found.status, reason: found.reason };
    },
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** One segment whole: sentence, figures, next change by time, versions, lists, and who uses it. */
export async function showSegment(app: App, slugOrName: string, asOf: string | undefined, { nextChange = true }: { readonly nextChange?: boolean } = {}) {
  const at = await resolveAsOf(app, asOf);
  const segment = await readSegment(app.control, slugOrName);
  const stored = await storedSizes(app, asOf);
  const figures =
    stored === undefined ? figuresOf(segment, await currentSegments(app, at, [segment.slug])) : figuresFrom(segment, stored.of(segment.slug), stored);
  const vocabulary = await vocabularyOf(app);
  const lists = await readLists(app.control, segment.slug);
  const listed = (mode: 'include' | 'exclude') => lists.filter((entry) => entry.mode === mode).map(({ namespace, value }) => ({ namespace, value }));
  const parsed = parse(segment.text);
  return {
    ...figures,
    sentence: parsed.ok ? describe(parsed.value.tree, vocabulary) : '',
    version: segment.version,
    behind: await isBehind(app, segment),
    next_change: nextChange ? await nextChangeOf(app, segment.slug, at) : null,
    versions: await segmentVersions(app.control, segment.slug),
    include: segment.mode === 'static' ? [] : listed('include'),
    exclude: listed('exclude'),
    nobody: (await listedProfiles(app, new Map([[segment.slug, lists]]))).get(segment.slug)?.nobody ?? [],
    used_by: usersOf(segment.slug, await listSegments(app.control)).all,
  };
}
