import type { OverlapPair, ScorecardReport, SegmentMembers } from '../contract/index.ts';
import { listSegments, readSegment, usersOf } from '../segments/index.ts';
import { type AsOf, resolveAsOf } from './as-of.ts';
import { currentSegments } from './current.ts';
import { exportCounts } from './exports.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';

/** Every segment that could be computed, with its people, as the measuring rooms take it. */
export async function measurable(app: App, asOf: AsOf): Promise<readonly SegmentMembers[]> {
  const { segments } = await currentSegments(app, asOf);
  const defined = await listSegments(app.control);
  const exported = await exportCounts(app.control);
  return defined.flatMap(({ slug, name, folder, text, note, origin }) => {
    const members = segments.get(slug)?.members;
    if (members === undefined || members === null) return [];
    const segment = { slug, name, folder, text, note, members: Int32Array.from(members) };
    // Ready segments wait to be used; one that a person made and nobody uses is worth a word.
    return origin === 'user' ? [{ ...segment, uses: usersOf(slug, defined).direct.length + (exported[slug] ?? 0) }] : [segment];
  });
}

/** How good each segment (or one) is as a segment, and which could be one; all are measured, since near-duplicates and differences are among them. */
export async function scorecardOf(app: App, slugOrName: string | undefined, asOfText: string | undefined): Promise<ScorecardReport> {
  const asOf = await resolveAsOf(app, asOfText);
  const wanted = slugOrName === undefined ? undefined : (await readSegment(app.control, slugOrName)).slug;
  const segments = await measurable(app, asOf);
  const moment = await momentFor(app, asOf);
  const { scorecards } = await import('../insight/index.ts');
  const report = await scorecards(app.warehouse, { segments, vocabulary: moment.vocabulary, moment: asOf.at, featuresTable: moment.featuresTable });
  if (wanted === undefined) return report;
  return {
    scorecards: report.scorecards.filter(({ slug }) => slug === wanted),
    merges: report.merges.filter(({ keep, merge }) => keep === wanted || merge === wanted),
  };
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
