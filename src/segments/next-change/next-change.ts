import { type Instant, instant } from '../../core/index.ts';
import type { CompiledSegment, Leaf } from '../../language/index.ts';
import { empty, type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answers } from '../evaluate/answer-leaves.ts';
import { combine } from '../evaluate/combine.ts';
import { difference, has, members, type ProfileSet, size, symmetricDifference } from '../evaluate/profile-set.ts';
import type { Universe } from '../evaluate/universe.ts';
import { type Change, changeOf } from './leaves-at.ts';
import { upcomingOf } from './upcoming.ts';
import { membersAt, type Question } from './verdicts-at.ts';

/** What is known of a segment at `now` from its evaluation. */
export type Evaluated = { readonly compiled: CompiledSegment; readonly answers: Answers; readonly universe: Universe; readonly members: ProfileSet };

/**
 * The earliest instant after now at which time alone changes the verdict of any customer; undefined where it never does. First the
 * soonest change of a single condition that decides somebody's verdict is found and verified; then those customers for whom only two
 * or more conditions together decide, and change before that, are followed one by one.
 */
export async function nextChange(warehouse: Warehouse, question: Question, evaluated: Evaluated, effort = 200): Promise<Change> {
  let best: Change;
  const leaves = [...evaluated.compiled.leaves.values()];
  for (const leaf of leaves) {
    const deciding = decidedBy(leaf, question, evaluated);
    if (size(deciding) === 0) continue;
    const found = await soonest(warehouse, leaf, question, evaluated, deciding, best?.at ?? Number.POSITIVE_INFINITY, effort);
    if (found !== undefined && (best === undefined || found.at < best.at)) best = found;
  }
  if (leaves.length > 1) best = await together(warehouse, leaves, question, best, effort);
  return best;
}

/** Profiles whose verdict would be another if this leaf's were: the plan is evaluated with the leaf turned round. */
function decidedBy(leaf: Leaf, { lists }: Question, { compiled, answers, universe, members: now }: Evaluated): ProfileSet {
  const answer = answers.get(leaf.key);
  if (answer === undefined || !answer.ok) return { words: new Uint32Array() };
  const turned = new Map([...answers, [leaf.key, { ok: true as const, set: difference(universe.all, answer.set) }]]);
  return symmetricDifference(now, combine(compiled.plan, turned, universe, lists));
}

const firstPage = 20;

/** The soonest verified change that this leaf makes among the profiles it decides. */
async function soonest(
  warehouse: Warehouse,
  leaf: Leaf,
  question: Question,
  { universe, members: now }: Evaluated,
  deciding: ProfileSet,
  until: number,
  effort: number,
): Promise<Change> {
  const { now: from } = question.moment;
  return withScope(warehouse, deciding, universe, async (scope) => {
    let best: Change;
    for (let page = firstPage, seen = new Set<number>(); ; page *= 8) {
      const { found, end } = await upcomingOf(warehouse, leaf, question, from, scope, page);
      const instants = Map.groupBy(
        found.filter(({ at }) => at < Math.min(until, end + 1)),
        ({ at }) => at,
      );
      for (const [at, group] of [...instants].sort(([a], [b]) => a - b)) {
        if (best !== undefined && at >= best.at) return best;
        const profiles = [...new Set(group.map(({ profile }) => profile))].filter((profile) => !seen.has(profile));
        if (profiles.length === 0) continue;
        if (seen.size > effort) return best ?? { at, exact: false };
        const then = await membersAt(warehouse, question, at, profiles);
        if (profiles.some((profile) => has(then, profile) !== has(now, profile))) return { at, exact: true };
        for (const profile of profiles) {
          seen.add(profile);
          if (seen.size > effort) break;
          const change = await changeOf(warehouse, question, profile, from, best?.at ?? until);
          if (change !== undefined && (best === undefined || change.at < best.at)) best = change;
        }
      }
      if (end === Number.POSITIVE_INFINITY || end >= until || (best !== undefined && end >= best.at)) return best;
      if (page > 20_000) return best ?? { at: end as Instant, exact: false };
    }
  });
}

/** Follows the profiles for whom at least two conditions change before the best instant found so far. */
async function together(warehouse: Warehouse, leaves: readonly Leaf[], question: Question, best: Change, effort: number): Promise<Change> {
  const { now: from } = question.moment;
  const changing = new Map<number, Set<string>>();
  const until = best?.at ?? Number.POSITIVE_INFINITY;
  let sure = until;
  for (const leaf of leaves) {
    const { found, end } = await upcomingOf(warehouse, leaf, question, from, empty, togetherPage);
    sure = Math.min(sure, end);
    for (const { profile, at } of found) if (at < until) changing.set(profile, (changing.get(profile) ?? new Set()).add(leaf.key));
  }
  const several = [...changing].filter(([, keys]) => keys.size > 1).map(([profile]) => profile);
  let found = best;
  for (const profile of several.slice(0, effort)) {
    const change = await changeOf(warehouse, question, profile, from, found?.at ?? Number.POSITIVE_INFINITY);
    if (change !== undefined && (found === undefined || change.at < found.at)) found = change;
  }
  if (found !== undefined && found.at <= sure && several.length <= effort) return found;
  if (several.length <= effort && sure === Number.POSITIVE_INFINITY) return found;
  // Not everybody could be followed: nothing is known to happen before the soonest of what is left.
  return { at: instant(Math.min(found?.at ?? Number.POSITIVE_INFINITY, several.length <= effort ? sure : from + 1)), exact: false };
}

const togetherPage = 5000;

/** A scope of the given profiles; where they are all, no restriction. */
async function withScope<T>(warehouse: Warehouse, profiles: ProfileSet, universe: Universe, work: (scope: Fragment) => Promise<T>): Promise<T> {
  if (size(profiles) === universe.count) return work(empty);
  await warehouse.load(
    'deciding_profiles',
    [{ name: 'profile', type: 'INTEGER' }],
    Array.from(members(profiles), (profile) => [profile] as const),
  );
  try {
    return await work(sql` and profile in (select profile from deciding_profiles)`);
  } finally {
    await warehouse.run(sql`drop table if exists deciding_profiles`);
  }
}
