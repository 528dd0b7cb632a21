import { type Instant, instant } from '../../core/index.ts';
import type { CompiledSegment, Leaf } from '../../language/index.ts';
import { empty, type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answers } from '../evaluate/answer.ts';
import { combine } from '../evaluate/combine.ts';
import { difference, has, members, type ProfileSet, size, symmetricDifference } from '../evaluate/profile-set.ts';
import type { Universe } from '../evaluate/universe.ts';
import { type Budget, budgetOf, spend } from './budget.ts';
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
export async function nextChange(warehouse: Warehouse, question: Question, evaluated: Evaluated, lookups = 400): Promise<Change> {
  const budget = budgetOf(lookups);
  let best: Change;
  const leaves = [...evaluated.compiled.leaves.values()];
  for (const leaf of leaves) {
    const deciding = decidedBy(leaf, question, evaluated);
    if (size(deciding) === 0) continue;
    const found = await soonest(warehouse, leaf, question, evaluated, deciding, best?.at ?? Number.POSITIVE_INFINITY, budget);
    if (found !== undefined && (best === undefined || found.at < best.at)) best = found;
  }
  if (leaves.length > 1) best = await together(warehouse, leaves, question, best, budget);
  return best;
}

/** Profiles whose verdict would be another if this leaf's were: the plan is evaluated with the leaf turned round. */
function decidedBy(leaf: Leaf, { lists }: Question, { compiled, answers, universe, members: now }: Evaluated): ProfileSet {
  const answer = answers.get(leaf.key);
  if (answer === undefined || !answer.ok) return { words: new Uint32Array() };
  const turned = new Map([...answers, [leaf.key, { ok: true as const, set: difference(universe.all, answer.set) }]]);
  return symmetricDifference(now, combine(compiled.plan, turned, universe, lists));
}

const firstPage = 200;
const lastPage = 80_000;

/** The soonest verified change that this leaf makes among the profiles it decides. */
async function soonest(
  warehouse: Warehouse,
  leaf: Leaf,
  question: Question,
  { universe, members: now }: Evaluated,
  deciding: ProfileSet,
  until: number,
  budget: Budget,
): Promise<Change> {
  const { now: from } = question.moment;
  return withScope(warehouse, deciding, universe, async (scope) => {
    let best: Change;
    const seen = new Set<number>();
    const settled = (at: Instant): boolean => at >= until || (best !== undefined && at >= best.at);
    for (let page = firstPage; ; page *= 20) {
      let cutShort = false;
      for (const { at, profiles, end } of await upcomingOf(warehouse, leaf, question, from, scope, page)) {
        if (settled(at)) return best;
        if (end) {
          if (page >= lastPage) return { at, exact: false };
          cutShort = true;
          break;
        }
        const fresh = profiles.filter((profile) => !seen.has(profile));
        if (fresh.length === 0) continue;
        if (!spend(budget)) return { at, exact: false };
        const then = await membersAt(warehouse, question, at, fresh);
        if (fresh.some((profile) => has(then, profile) !== has(now, profile))) return { at, exact: true };
        for (const profile of fresh) {
          seen.add(profile);
          const change = await changeOf(warehouse, question, profile, from, { until: best?.at ?? until, budget });
          if (change !== undefined && (best === undefined || change.at < best.at)) best = change;
        }
      }
      if (page >= lastPage || !cutShort) return best;
    }
  });
}

/** Follows the profiles for whom at least two conditions change before the best instant found so far. */
async function together(warehouse: Warehouse, leaves: readonly Leaf[], question: Question, best: Change, budget: Budget): Promise<Change> {
  const { now: from } = question.moment;
  const changing = new Map<number, Set<string>>();
  const until = best?.at ?? Number.POSITIVE_INFINITY;
  let sure = Number.POSITIVE_INFINITY;
  for (const leaf of leaves) {
    for (const { at, profiles, end } of await upcomingOf(warehouse, leaf, question, from, empty, togetherPage)) {
      if (at >= until) break;
      if (end) sure = Math.min(sure, at);
      for (const profile of profiles) changing.set(profile, (changing.get(profile) ?? new Set()).add(leaf.key));
    }
  }
  const several = [...changing].filter(([, keys]) => keys.size > 1).map(([profile]) => profile);
  let found = best;
  for (const profile of several) {
    const change = await changeOf(warehouse, question, profile, from, { until: found?.at ?? Number.POSITIVE_INFINITY, budget });
    if (change !== undefined && (found === undefined || change.at < found.at)) found = change;
  }
  if (sure >= (found?.at ?? Number.POSITIVE_INFINITY)) return found;
  // Not everybody could be looked at: nothing is known to happen before the soonest of what is left.
  return { at: instant(sure), exact: false };
}

const togetherPage = 5000;

const deciding = 'deciding_profiles';

/** A scope of the given profiles; where they are all, no restriction. */
async function withScope<T>(warehouse: Warehouse, profiles: ProfileSet, universe: Universe, work: (scope: Fragment) => Promise<T>): Promise<T> {
  if (size(profiles) === universe.count) return work(empty);
  // As an array of numbers: a hundred thousand rows one by one, or as one text, take longer than all else here.
  await warehouse.loadNumbers(deciding, [{ name: 'profile', values: Float64Array.from(members(profiles)) }]);
  try {
    return await work(sql` and profile in (select cast(profile as integer) from ${ident(deciding)})`);
  } finally {
    await warehouse.run(sql`drop table if exists ${ident(deciding)}`);
  }
}
