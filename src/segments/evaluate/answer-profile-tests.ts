import type { ProfileLeaf } from '../../language/index.ts';
import { empty, type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Answer, attempt, type Population } from './answer.ts';
import { emptySet } from './profile-set.ts';
import { batches, bitsPerColumn, packed, unpack } from './verdict-bits.ts';

/** All tests of traits and features in one pass over the profiles: 30 verdicts a column, 20 columns a pass. */
export async function answerProfileTests(
  warehouse: Warehouse,
  leaves: readonly ProfileLeaf[],
  population: Population,
  featuresTable: string,
  answers: Map<string, Answer>,
): Promise<void> {
  for (const part of batches(leaves, bitsPerColumn * 20)) await attempt(part, answers, (some) => pass(warehouse, some, population, featuresTable, answers));
}

async function pass(
  warehouse: Warehouse,
  leaves: readonly ProfileLeaf[],
  { universe, scope }: Population,
  featuresTable: string,
  answers: Map<string, Answer>,
): Promise<void> {
  const columns = batches(leaves, bitsPerColumn).map((part) => ({
    test: packed(part.map(({ test }) => test)),
    sets: part.map(() => emptySet(universe.largest)),
  }));
  const tests = columns.map(({ test }) => test);
  const query = sql`select p.profile, ${join(tests)} from (select profile from profiles where true${scope}) p${joins(tests, featuresTable, scope)}`;
  await warehouse.chunks(query, ([profile, ...bits], rows) => {
    columns.forEach(({ sets }, index) => unpack(profile?.values ?? [], bits[index], rows, sets));
  });
  const sets = columns.flatMap((column) => column.sets);
  leaves.forEach((leaf, index) => answers.set(leaf.key, { ok: true, set: sets[index] ?? emptySet(universe.largest) }));
}

/** Only the tables that the tests speak of. */
export function joins(tests: readonly Fragment[], featuresTable: string, scope: Fragment): Fragment {
  const uses = (alias: string): boolean => tests.some(({ parts }) => parts.some((part) => part.kind === 'identifier' && part.name === alias));
  const attributes = uses('a') ? sql` left join (select * from attributes where true${scope}) a on a.profile = p.profile` : empty;
  const features = uses('f') ? sql` left join (select * from ${ident(featuresTable)} where true${scope}) f on f.profile = p.profile` : empty;
  return sql`${attributes}${features}`;
}
