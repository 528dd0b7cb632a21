import { formatInstant } from '../core/index.ts';
import { describe, parse } from '../language/index.ts';
import { listSegments, readLists, readSegment, segmentVersions, usersOf } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { type Current, currentSegments, type CurrentSegments } from './current.ts';
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
  readonly mode: 'live' | 'static';
  readonly origin: 'built-in' | 'user';
};

export async function listWithFigures(app: App, asOf: string | undefined, folder?: string): Promise<readonly SegmentFigures[]> {
  const figures = await figuresOfAll(app, await currentSegments(app, await resolveAsOf(app, asOf)));
  return figures.filter((segment) => folder === undefined || segment.folder.toLowerCase() === folder.toLowerCase());
}

/** Every defined segment with the people it has at a moment. */
export async function figuresOfAll(app: App, current: CurrentSegments): Promise<readonly SegmentFigures[]> {
  return (await listSegments(app.control)).map((segment) => figuresOf(segment, current));
}

type Named = Pick<SegmentFigures, 'slug' | 'name' | 'folder' | 'text' | 'mode' | 'origin'>;

function figuresOf({ slug, name, folder, text, mode, origin }: Named, current: CurrentSegments): SegmentFigures {
  const found: Current | undefined = current.segments.get(slug);
  const members = found?.members ?? null;
  const revenue = members === null ? null : current.revenue.of(members);
  return {
    slug,
    name,
    folder,
    members: members?.length ?? null,
    share: members === null ? null : ratio(members.length, current.profiles),
    revenue,
    revenue_share: revenue === null ? null : ratio(revenue, current.revenue.total),
    as_of: formatInstant(current.asOf),
    status: found?.status ?? 'failed',
    reason: found?.reason ?? null,
    text,
    mode,
    origin,
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** One segment whole: sentence, figures, next change by time, versions, lists, and who uses it. */
export async function showSegment(app: App, slugOrName: string, asOf: string | undefined) {
  const at = await resolveAsOf(app, asOf);
  const segment = await readSegment(app.control, slugOrName);
  const figures = figuresOf(segment, await currentSegments(app, at, [segment.slug]));
  const vocabulary = await vocabularyOf(app);
  const lists = await readLists(app.control, segment.slug);
  const listed = (mode: 'include' | 'exclude') => lists.filter((entry) => entry.mode === mode).map(({ namespace, value }) => ({ namespace, value }));
  const parsed = parse(segment.text);
  return {
    ...figures,
    sentence: parsed.ok ? describe(parsed.value.tree, vocabulary) : '',
    note: segment.note,
    version: segment.version,
    next_change: await nextChangeOf(app, segment.slug, at),
    versions: await segmentVersions(app.control, segment.slug),
    include: segment.mode === 'static' ? [] : listed('include'),
    exclude: listed('exclude'),
    used_by: usersOf(segment.slug, await listSegments(app.control)).all,
  };
}
