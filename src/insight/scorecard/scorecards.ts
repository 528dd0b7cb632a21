import type { CriterionName, Criterion, OverlapPair, Scorecard, ScorecardReport, SegmentMembers } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import type { Vocabulary } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { useFeatures } from '../features-view.ts';
import { overlapPairs } from '../overlap.ts';
import { accessible, actionable, differences, differentiable, heterogeneity, homogeneity, measurable, overall, substantial } from './criteria.ts';
import { distance } from './effects.ts';
import { readKnowledge } from './knowledge.ts';
import { loadMembers } from './load-members.ts';
import { everyone, perSegment, type Profile } from './moments.ts';
import { nobody, reachPerSegment } from './reach.ts';
import { mergeSuggestions, nearDuplicate, referredSlugs, warningsFor } from './warnings.ts';

export type ScorecardRequest = {
  readonly segments: readonly SegmentMembers[];
  readonly vocabulary: Vocabulary;
  readonly moment: Instant /** Features as of the moment; default `features`. */;
  readonly featuresTable?: string;
};

/**
 * Measures every segment against `features`, `attributes` and `identifiers` as they stand: a fixed number of set-wise
 * queries whatever the number of segments. Scorecards come in the order of the segments. Rules: docs/scorecard.md.
 */
export async function scorecards(
  warehouse: Warehouse,
  { segments, vocabulary, moment, featuresTable = 'features' }: ScorecardRequest,
): Promise<ScorecardReport> {
  await useFeatures(warehouse, featuresTable);
  await loadMembers(warehouse, segments);
  const { all, of } = await reachPerSegment(warehouse, moment);
  const world = await everyone(warehouse);
  const profiles = await perSegment(warehouse);
  const knowledge = await readKnowledge(warehouse, vocabulary, all.members);
  const pairs = overlapPairs(segments);
  const twins = pairs.filter((pair) => pair.jaccard >= nearDuplicate);
  const referred = referredSlugs(segments);
  const nearest = nearestNeighbours(segments, world, profiles, twins);

  const cards = segments.map((segment, index): Scorecard => {
    const reach = of.get(index) ?? nobody;
    const profile = profiles.get(index) ?? [];
    const found = differences(world, profile);
    const near = nearest.get(index);
    const criteria: Readonly<Record<CriterionName, Criterion>> = {
      measurable: measurable(knowledge(segment.text)),
      accessible: accessible(reach),
      substantial: substantial(reach, all),
      differentiable: differentiable(found),
      actionable: actionable(reach),
      homogeneity: homogeneity(world, profile),
      heterogeneity: heterogeneity(near),
    };
    return {
      slug: segment.slug,
      name: segment.name,
      members: segment.members.length,
      share: all.members === 0 ? 0 : segment.members.length / all.members,
      revenue: reach.revenue,
      revenueShare: all.revenue <= 0 ? 0 : reach.revenue / all.revenue,
      criteria,
      overall: overall(criteria),
      differences: found,
      nearest: near === undefined ? null : { slug: near.slug, name: near.name },
      warnings: warningsFor(segment, { customers: all.members, twins, referred }),
    };
  });
  return { scorecards: cards, merges: mergeSuggestions(segments, twins, referred) };
}

type Neighbour = { readonly slug: string; readonly name: string; readonly distance: number };

/**
 * For each segment the other one whose members behave most alike, among its folder's: they are the alternatives of one
 * segmentation. Where the folder holds no other, among all. Near-duplicates are left out, they have their own warning.
 */
function nearestNeighbours(
  segments: readonly SegmentMembers[],
  world: Profile,
  profiles: ReadonlyMap<number, Profile>,
  twins: readonly OverlapPair[],
): ReadonlyMap<number, Neighbour> {
  const same = new Set(twins.flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]));
  const nearest = (a: number, within: (other: SegmentMembers) => boolean): Neighbour | undefined => {
    const one = segments[a];
    const mine = profiles.get(a);
    if (one === undefined || mine === undefined) return undefined;
    return segments.reduce<Neighbour | undefined>((best, other, b) => {
      const theirs = profiles.get(b);
      if (a === b || theirs === undefined || !within(other) || same.has(`${one.slug}\n${other.slug}`)) return best;
      const gap = distance(world, mine, theirs);
      return gap === undefined || (best !== undefined && best.distance <= gap) ? best : { slug: other.slug, name: other.name, distance: gap };
    }, undefined);
  };
  return new Map(
    segments.flatMap((one, a) => {
      const found = nearest(a, (other) => other.folder === one.folder) ?? nearest(a, () => true);
      return found === undefined ? [] : [[a, found] as const];
    }),
  );
}
