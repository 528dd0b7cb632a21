import { shareOf } from '../../core/index.ts';
import type { MergeSuggestion, OverlapPair, ScorecardWarning, SegmentMembers } from '../../contract/index.ts';
import { parse, references } from '../../language/index.ts';

export const nearDuplicate = 0.9;
const broad = 0.6;
const narrow = 10;

export type WarningContext = {
  readonly customers: number;
  /** Per slug, pairs that are nearly the same people. */
  readonly twins: readonly OverlapPair[];
  /** Slugs that another segment's definition refers to. */
  readonly referred: ReadonlySet<string>;
};

export function warningsFor(segment: SegmentMembers, { customers, twins, referred }: WarningContext): readonly ScorecardWarning[] {
  const members = segment.members.length;
  const share = customers === 0 ? 0 : members / customers;
  const size: readonly ScorecardWarning[] =
    members === 0 ? [{ kind: 'empty' }] : share > broad ? [{ kind: 'too-broad', share }] : members < narrow ? [{ kind: 'too-narrow', members }] : [];
  const same = twins.flatMap(({ a, b, jaccard }): readonly ScorecardWarning[] => {
    if (a !== segment.slug && b !== segment.slug) return [];
    return [{ kind: 'near-duplicate', of: a === segment.slug ? b : a, jaccard }];
  });
  const idle: readonly ScorecardWarning[] = segment.uses === 0 && !referred.has(segment.slug) ? [{ kind: 'unused' }] : [];
  return [...size, ...same, ...idle];
}

/** Slugs that definitions refer to, by slug or by name. */
export function referredSlugs(segments: readonly SegmentMembers[]): ReadonlySet<string> {
  const bySlugOrName = new Map(segments.flatMap(({ slug, name }) => [[slug.toLowerCase(), slug] as const, [name.toLowerCase(), slug] as const]));
  return new Set(
    segments.flatMap(({ text }) => {
      const parsed = text === undefined ? undefined : parse(text);
      if (parsed === undefined || !parsed.ok) return [];
      return references(parsed.value.tree).flatMap(({ segment }) => bySlugOrName.get(segment.toLowerCase()) ?? []);
    }),
  );
}

/** Pairs to make one, most alike first: of two that are nearly the same people, the one that others use stays, else the first in the list. */
export function mergeSuggestions(
  segments: readonly SegmentMembers[],
  twins: readonly OverlapPair[],
  referred: ReadonlySet<string>,
): readonly MergeSuggestion[] {
  const merged = new Set<string>();
  const nameOf = new Map(segments.map(({ slug, name }) => [slug, name]));
  return [...twins]
    .sort((one, other) => other.jaccard - one.jaccard)
    .flatMap(({ a, b, jaccard, both }): readonly MergeSuggestion[] => {
      const [keep, merge] = referred.has(b) && !referred.has(a) ? [b, a] : [a, b];
      if (merged.has(keep) || merged.has(merge)) return [];
      merged.add(merge);
      return [
        {
          keep,
          merge,
          jaccard,
          because: `${both} people are in both, ${shareOf(jaccard)} of those in either: ${nameOf.get(merge) ?? merge} says little that ${nameOf.get(keep) ?? keep} does not`,
        },
      ];
    });
}
