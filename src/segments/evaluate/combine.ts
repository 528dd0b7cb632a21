import type { Plan } from '../../language/index.ts';
import type { Answers } from './answer.ts';
import { difference, emptySet, intersection, type ProfileSet, setOf, union } from './profile-set.ts';
import type { Universe } from './universe.ts';

/** Manual lists of a segment, and its members where it is frozen. Profile numbers. */
export type Listed = {
  readonly include?: ArrayLike<number>;
  readonly exclude?: ArrayLike<number>;
  readonly static?: ArrayLike<number>;
};
export type Lists = ReadonlyMap<string, Listed>;

/** The members of a plan from the answers to its leaves: two-valued logic over sets. Throws with the reason of a leaf that failed. */
export function combine(plan: Plan, answers: Answers, universe: Universe, lists: Lists): ProfileSet {
  switch (plan.kind) {
    case 'leaf': {
      const answer = answers.get(plan.leaf);
      if (answer === undefined || !answer.ok) throw new Error(answer?.reason ?? 'A condition was not computed.');
      return intersection(answer.set, universe.all);
    }
    case 'all':
      return plan.of.map((part) => combine(part, answers, universe, lists)).reduce(intersection, universe.all);
    case 'any':
      return plan.of.map((part) => combine(part, answers, universe, lists)).reduce(union, emptySet(universe.largest));
    case 'not':
      return difference(universe.all, combine(plan.of, answers, universe, lists));
    case 'segment':
      return withLists(lists.get(plan.slug), universe, () => combine(plan.of, answers, universe, lists));
  }
}

/** `exclude` wins over `include`, and both over the definition; a frozen segment keeps its members whatever its definition says. */
export function withLists(listed: Listed | undefined, universe: Universe, definition: () => ProfileSet): ProfileSet {
  const own = listed?.static === undefined ? definition() : intersection(setOf(listed.static, universe.largest), universe.all);
  if (listed?.include === undefined && listed?.exclude === undefined) return own;
  const included = intersection(union(own, setOf(listed.include ?? [], universe.largest)), universe.all);
  return difference(included, setOf(listed.exclude ?? [], universe.largest));
}
