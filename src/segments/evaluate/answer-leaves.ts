import type { Leaf } from '../../language/index.ts';
import { empty, type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { answerAggregates } from './answer-aggregates.ts';
import { answerProfileTests } from './answer-profile-tests.ts';
import { add, emptySet, type ProfileSet } from './profile-set.ts';
import type { Universe } from './universe.ts';

/** What a leaf answers: the profiles for which it holds, or why that can not be computed. */
export type Answer = { readonly ok: true; readonly set: ProfileSet } | { readonly ok: false; readonly reason: string };
export type Answers = ReadonlyMap<string, Answer>;

/** What all leaves of a run are asked about: everybody, or a few profiles whose rows alone are read. */
export type Population = { readonly universe: Universe; readonly scope: Fragment };

export const everybody = (universe: Universe): Population => ({ universe, scope: empty });

/** Each distinct leaf is answered once. A leaf that fails fails alone. */
export async function answerLeaves(warehouse: Warehouse, leaves: Iterable<Leaf>, population: Population, featuresTable: string): Promise<Answers> {
  const answers = new Map<string, Answer>();
  const byKind = Object.groupBy([...leaves], (leaf) => leaf.kind);
  const profile = (byKind.profile ?? []).filter((leaf) => leaf.kind === 'profile');
  const aggregate = (byKind.aggregate ?? []).filter((leaf) => leaf.kind === 'aggregate');
  const members = (byKind.members ?? []).filter((leaf) => leaf.kind === 'members');
  await answerProfileTests(warehouse, profile, population, featuresTable, answers);
  await answerAggregates(warehouse, aggregate, population, answers);
  for (const leaf of members)
    await attempt([leaf], answers, async () =>
      answers.set(leaf.key, { ok: true, set: await selected(warehouse, leaf.query(population.scope), population.universe) }),
    );
  return answers;
}

async function selected(warehouse: Warehouse, query: Fragment, universe: Universe): Promise<ProfileSet> {
  const set = emptySet(universe.largest);
  for (const profile of await warehouse.integers(sql`select profile from (${query}) where profile is not null`)) add(set, profile);
  return set;
}

/** Runs work for several leaves; when it fails, each is tried on its own, so that only the broken one is marked. */
export async function attempt<L extends Leaf>(
  leaves: readonly L[],
  answers: Map<string, Answer>,
  work: (leaves: readonly L[]) => Promise<unknown>,
): Promise<void> {
  try {
    await work(leaves);
  } catch (error) {
    const [only, ...more] = leaves;
    if (only !== undefined && more.length === 0) answers.set(only.key, { ok: false, reason: error instanceof Error ? error.message : String(error) });
    else for (const leaf of leaves) await attempt([leaf], answers, work);
  }
}
