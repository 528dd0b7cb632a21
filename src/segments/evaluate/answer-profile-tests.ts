import type { ProfileLeaf } from '../../language/index.ts';
import { empty, type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Answer, attempt, type Population } from './answer.ts';
import { collectVerdicts } from './collect-verdicts.ts';
import { batches, setsAtOnce } from './travelling-sets.ts';

/**
 * All tests of traits in one pass over the attributes, all of features in one over the features, and what is left over the profiles with
 * both beside them.
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
    for (const part of batches(tests, setsAtOnce(population.universe.largest))) await attempt(part, answers, work);
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
  const tests = leaves.map(({ test }, index) => ({ test, present: ident(`present${index}`), absent: ident(`absent${index}`) }));
  const present = join(tests.map((each) => sql`${each.test} as ${each.present}`));
  const absent = join(tests.map((each) => sql`${each.test} as ${each.absent}`));
  const from = sql`(select profile, ${present} from (select * from ${ident(table)} where true${population.scope}) as ${ident(alias)})`;
  const nothing = sql`select ${absent} from (select 1) left join (select * from ${ident(table)} limit 0) as ${ident(alias)} on true`;
  await collectVerdicts(warehouse, leaves, tests, { from, nothing }, population, answers);
}

async function overProfiles(
  warehouse: Warehouse,
  leaves: readonly ProfileLeaf[],
  population: Population,
  featuresTable: string,
  answers: Map<string, Answer>,
): Promise<void> {
  const tests = leaves.map(({ test }, index) => ({ test, present: ident(`present${index}`), absent: sql`false` }));
  const present = tests.map((each) => sql`${each.test} as ${each.present}`);
  const { scope } = population;
  const joined = joins(
    tests.map(({ test }) => test),
    featuresTable,
    scope,
  );
  const from = sql`(select p.profile, ${join(present)} from (select * from profiles where true${scope}) p${joined})`;
  await collectVerdicts(warehouse, leaves, tests, { from }, population, answers);
}

/** Only the tables that the tests speak of. */
export function joins(tests: readonly Fragment[], featuresTable: string, scope: Fragment): Fragment {
  const uses = (alias: string): boolean => tests.some(({ parts }) => parts.some((part) => part.kind === 'identifier' && part.name === alias));
  const attributes = uses('a') ? sql` left join (select * from attributes where true${scope}) a on a.profile = p.profile` : empty;
  const features = uses('f') ? sql` left join (select * from ${ident(featuresTable)} where true${scope}) f on f.profile = p.profile` : empty;
  return sql`${attributes}${features}`;
}
