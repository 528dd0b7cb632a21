import type { ProfileLeaf } from '../../language/index.ts';
import { empty, type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Answer, attempt, type Population } from './answer.ts';
import { collectVerdicts, nobody } from './collect-verdicts.ts';
import { emptySet } from './profile-set.ts';
import { batches, bitsPerColumn, packed, unpack } from './verdict-bits.ts';

/**
 * All tests of traits in one pass over the attributes, all of features in one over the features, and what is left over the profiles with
 * both beside them: 30 verdicts a column, 20 columns a pass.
 */
export async function answerProfileTests(
  warehouse: Warehouse,
  leaves: readonly ProfileLeaf[],
  population: Population,
  featuresTable: string,
  answers: Map<string, Answer>,
): Promise<void> {
  for (const [kind, tests] of Map.groupBy(leaves, ({ test }) => kindOf(test))) {
    const work = (some: readonly ProfileLeaf[]): Promise<void> =>
      kind === 'both'
        ? overProfiles(warehouse, some, population, featuresTable, answers)
        : overOneTable(warehouse, some, population, kind === 'a' ? 'attributes' : featuresTable, kind, answers);
    for (const part of batches(tests, bitsPerColumn * 20)) await attempt(part, answers, work);
  }
}

function kindOf(test: Fragment): 'a' | 'f' | 'both' {
  const uses = (alias: string): boolean => mentions(test, alias);
  if (uses('a')) return uses('f') || uses('p') ? 'both' : 'a';
  return uses('f') && !uses('p') ? 'f' : 'both';
}

const mentions = ({ parts }: Fragment, alias: string): boolean =>
  parts.some((part) => (part.kind === 'identifier' ? part.name === alias : part.kind === 'text' && new RegExp(`\\b${alias}\\.`).test(part.text)));

/** One table alone, without a join: a profile that has no row there gets the verdicts of a row of nulls. */
async function overOneTable(
  warehouse: Warehouse,
  leaves: readonly ProfileLeaf[],
  population: Population,
  table: string,
  alias: 'a' | 'f',
  answers: Map<string, Answer>,
): Promise<void> {
  const groups = batches(leaves, bitsPerColumn);
  const columns = groups.map((group, index) => ({
    verdicts: packed(group.map(({ test }) => test)),
    bits: ident(`bits${index}`),
    absent: ident(`absent${index}`),
  }));
  const row = (from: Fragment): Fragment => sql`select profile, ${join(columns.map(({ verdicts, bits }) => sql`${verdicts} as ${bits}`))} from ${from}`;
  const absent = sql`select ${join(columns.map(({ verdicts, absent: name }) => sql`${verdicts} as ${name}`))} from (select 1) left join (select * from ${ident(table)} limit 0) as ${ident(alias)} on true`;
  const rows = row(sql`(select * from ${ident(table)} where true${population.scope}) as ${ident(alias)}`);
  const differing = columns.map((each) => sql`xor(${each.bits}, ${each.absent}) as ${each.bits}`);
  const any = join(
    columns.map((each) => sql`${each.bits} <> ${each.absent}`),
    ' or ',
  );
  const query = sql`with nothing as materialized (${absent}) select profile, ${join(differing)} from (${rows}), nothing where ${any} union all select ${nobody}, ${join(columns.map((each) => each.absent))} from nothing`;
  await collectVerdicts(warehouse, query, groups, population, answers);
}

async function overProfiles(
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
