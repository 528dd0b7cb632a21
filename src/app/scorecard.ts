import type { OverlapPair, Scorecard, SegmentMembers } from '../contract/index.ts';
import { listSegments, readSegment } from '../segments/index.ts';
import { type AsOf, resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';

/** Every segment that could be computed, with its people, as the measuring rooms take it. */
export async function measurable(app: App, asOf: AsOf): Promise<readonly SegmentMembers[]> {
  const { segments } = await currentSegments(app, asOf);
  return (await listSegments(app.control)).flatMap(({ slug, name, folder, text, note }) => {
    const members = segments.get(slug)?.members;
    return members === undefined || members === null ? [] : [{ slug, name, folder, text, note, members: Int32Array.from(members) }];
  });
}

/** How good each segment is as a segment; all are measured, since near-duplicates and differences are among them. */
export async function scorecardOf(app: App, slugOrName: string | undefined, asOfText: string | undefined): Promise<readonly Scorecard[]> {
  const asOf = await resolveAsOf(app, asOfText);
  const wanted = slugOrName === undefined ? undefined : (await readSegment(app.control, slugOrName)).slug;
  const segments = await measurable(app, asOf);
  const moment = await momentFor(app, asOf);
  const { scorecards } = await import('../insight/index.ts');
  const report = await scorecards(app.warehouse, { segments, vocabulary: moment.vocabulary, moment: asOf.at, featuresTable: moment.featuresTable });
  return report.scorecards.filter(({ slug }) => wanted === undefined || slug === wanted);
}

export type SharedMembers = {
  readonly a: string;
  readonly b: string;
  readonly both: number;
  readonly share_of_a: number;
  readonly share_of_b: number;
  readonly jaccard: number;
};

/** People in both, for every pair of those named (all where none are), most shared first. */
export async function overlapOf(app: App, slugsOrNames: readonly string[], asOfText: string | undefined): Promise<readonly SharedMembers[]> {
  const asOf = await resolveAsOf(app, asOfText);
  const wanted = new Set<string>();
  for (const name of slugsOrNames) wanted.add((await readSegment(app.control, name)).slug);
  const segments = (await measurable(app, asOf)).filter(({ slug }) => wanted.size === 0 || wanted.has(slug));
  const { overlapPairs } = await import('../insight/index.ts');
  return overlapPairs(segments)
    .toSorted((one, other) => other.jaccard - one.jaccard)
    .map(sharedOf);
}

const sharedOf = ({ a, b, both, jaccard, aInB, bInA }: OverlapPair): SharedMembers => ({ a, b, both, share_of_a: aInB, share_of_b: bInA, jaccard });
