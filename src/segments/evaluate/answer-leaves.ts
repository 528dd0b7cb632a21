import type { Leaf } from '../../language/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Answer, type Answers, attempt, type Population } from './answer.ts';
import { answerAggregates } from './answer-aggregates.ts';
import { answerProfileTests } from './answer-profile-tests.ts';
import type { ProfileSet } from './profile-set.ts';
import { arrivedSet, inRange, setColumn } from './travelling-sets.ts';
import type { Universe } from './universe.ts';

/** Each distinct leaf is answered once. A leaf that fails fails alone. */
export async function answerLeaves(warehouse: Warehouse, leaves: Iterable<Leaf>, population: Population, featuresTable: string): Promise<Answers> {
  const answers = new Map<string, Answer>();
  const all = [...leaves];
  const tests = all.filter((leaf) => leaf.kind === 'profile');
  const aggregates = all.filter((leaf) => leaf.kind === 'aggregate');
  const queries = all.filter((leaf) => leaf.kind === 'members');
  await answerProfileTests(warehouse, tests, population, featuresTable, answers);
  await answerAggregates(warehouse, aggregates, population, answers);
  for (const leaf of queries) {
    await attempt([leaf], answers, async () =>
      answers.set(leaf.key, { ok: true, set: await selected(warehouse, leaf.query(population.scope), population.universe) }),
    );
  }
  return answers;
}

async function selected(warehouse: Warehouse, query: Fragment, { largest }: Universe): Promise<ProfileSet> {
  const row = await warehouse.row(sql`select ${setColumn(sql`profile`, largest)} as members from (${query}) where ${inRange(sql`profile`, largest)}`);
  return arrivedSet(row?.['members'], largest);
}
