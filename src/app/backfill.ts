import type { Instant, Progress } from '../core/index.ts';
import {
  type DefinedSegment,
  evaluateSegments,
  type Evaluation,
  listSegments,
  readSegment,
  type StoredSegment,
  storedSegments,
  storeEvaluations,
  usersOf,
} from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { resolveAsOf } from './as-of.ts';
import type { Desk } from './desk.ts';
import { keptFeaturesServe, momentFor } from './moment.ts';
import type { App } from './open.ts';
import { evaluateAll, refreshAt } from './refresh.ts';
import { type SegmentInputs, segmentInputs } from './segment-inputs.ts';

export type Backfilled = { readonly slug: string; readonly version: number; readonly segments: number; readonly entered: number; readonly left: number };

/**
 * The members of a segment by its newest definition, and of those that refer to it. They are worked out beside everything else, while the last good members are
 * served; then they are put in their place in one short turn. Whoever live data spoke of meanwhile is looked at once more after it.
 */
export async function backfillSegment(desk: Desk, slug: string, progress: Progress): Promise<Backfilled> {
  for (;;) {
    const watched = desk.watchLive();
    try {
      const found = await desk.read((app) => evaluateNewest(app, slug, progress));
      const stored = await desk.write((app) => putInPlace(app, slug, found, watched.stop()));
      // Somebody changed it again while it was worked out: what was found is of a definition that no longer is.
      if (stored !== undefined) return stored;
    } finally {
      watched.stop();
    }
  }
}

type Found = Pick<SegmentInputs, 'versions' | 'listsVersions'> & { readonly at: Instant; readonly evaluations: readonly Evaluation[] | undefined };

async function evaluateNewest(app: App, slug: string, progress: Progress): Promise<Found> {
  const { inputs, versions, listsVersions } = await segmentInputs(app);
  const at = await resolveAsOf(app, undefined);
  // Features of another day are made anew for everybody first, which is the work of whoever has the turn.
  if (!(await keptFeaturesServe(app, at))) return { versions, listsVersions, at: at.at, evaluations: undefined };
  const wanted = new Set([slug, ...usersOf(slug, await listSegments(app.control)).all]);
  const lists = new Map(inputs.map((input) => [input.slug, input]));
  const moment = await momentFor(app, at);
  const evaluations: Evaluation[] = [];
  const some = inputs.filter((input) => wanted.has(input.slug));
  for (const input of some) {
    progress({ label: 'segments', done: evaluations.length, total: some.length });
    evaluations.push(...(await evaluateSegments(app.warehouse, [input], moment, lists)));
  }
  progress({ label: 'segments', done: some.length, total: some.length });
  return { versions, listsVersions, at: at.at, evaluations };
}

async function putInPlace(
  app: App,
  slug: string,
  { versions, listsVersions, at: asOf, evaluations }: Found,
  meanwhile: ReadonlySet<number>,
): Promise<Backfilled | undefined> {
  const { version } = await readSegment(app.control, slug);
  if (evaluations === undefined) {
    const at = await resolveAsOf(app, undefined);
    const all = await ((await keptFeaturesServe(app, at)) ? evaluateAll(app, at) : refreshAt(app, at));
    return { slug, version, segments: all.segments, entered: all.entered, left: all.left };
  }
  const now = await segmentInputs(app);
  const isAnother = (each: string): boolean => now.versions.get(each) !== versions.get(each) || now.listsVersions.get(each) !== listsVersions.get(each);
  if (evaluations.some((each) => isAnother(each.slug))) return undefined;
  return app.warehouse.transaction(async () => {
    const changes = await storeEvaluations(app.warehouse, evaluations, { evaluatedAt: app.effects.now(), versions, listsVersions, isPresent: true });
    // From there on it is looked ahead in time: members are of the instant at which the work began.
    await setCounter(app.warehouse, 'refreshed_as_of', Math.min(asOf, await counter(app.warehouse, 'refreshed_as_of')));
    await app.warehouse.run(sql`insert into live_queue select unnest(cast(${`[${[...meanwhile].join(',')}]`} as integer[])), false, timestamp '9999-01-01'`);
    return {
      slug,
      version,
      segments: evaluations.length,
      entered: changes.reduce((sum, { entered }) => sum + entered.length, 0),
      left: changes.reduce((sum, { left }) => sum + left.length, 0),
    };
  });
}

/** Segments whose members are of another definition than they have, or of other manual lists, or that were never evaluated: what is said of a segment is kept before its members are worked out. */
export async function segmentsBehind(app: App): Promise<readonly string[]> {
  // Nothing was made of any facts yet; the first refresh evaluates all.
  if ((await counter(app.warehouse, 'features_version')) === 0) return [];
  const stored = new Map((await storedSegments(app.warehouse)).map((one) => [one.slug, one]));
  return (await listSegments(app.control)).filter((segment) => !isOf(stored.get(segment.slug), segment)).map(({ slug }) => slug);
}

/** Whether a segment's members are of an older definition than it has, or of older lists. */
export async function isBehind(app: App, segment: Pick<DefinedSegment, 'slug' | 'version' | 'listsVersion'>): Promise<boolean> {
  const [stored] = await storedSegments(app.warehouse, segment.slug);
  return stored !== undefined && !isOf(stored, segment);
}

/** Whether members are those of a segment's definition and lists as they are. */
export const isOf = (stored: StoredSegment | undefined, { version, listsVersion }: Pick<DefinedSegment, 'version' | 'listsVersion'>): boolean =>
  stored?.version === version && stored.lists_version === listsVersion;
