import type { ProfileLeaf } from '../../language/index.ts';
import { empty, type Fragment, ident, instants, join, saysInstants, sql } from '../../sql/index.ts';
import type { Population } from './answer.ts';
import { type Asked, asked } from './asked.ts';
import type { Question } from './collect-verdicts.ts';
import { batches, setsAtOnce } from './travelling-sets.ts';

/**
 * All tests of traits in one pass over the attributes, all of features in one over the features, and what is left over the profiles with
 * both beside them.
 */
export function profileTestsAsked(leaves: readonly ProfileLeaf[], population: Population, featuresTable: string): readonly Asked[] {
  // Of a few profiles the statement counts, not the join: beside everybody's number nobody is without a row.
  const kinds = [...Map.groupBy(leaves, ({ test }) => (population.few === true ? 'both' : kindOf(test)))];
  return kinds.flatMap(([kind, tests]) => {
    const question = (some: readonly ProfileLeaf[]): Question =>
      kind === 'both' ? overProfiles(some, population, featuresTable) : overOneTable(some, population, kind === 'a' ? 'attributes' : featuresTable, kind);
    return batches(tests, setsAtOnce(population.universe.largest)).map((part) => asked(part, question));
  });
}

function kindOf(test: Fragment): 'a' | 'f' | 'both' {
  const uses = (alias: string): boolean => mentions(test, alias);
  if (uses('a')) return uses('f') || uses('p') ? 'both' : 'a';
  return uses('f') && !uses('p') ? 'f' : 'both';
}

const mentions = ({ parts }: Fragment, alias: string): boolean =>
  parts.some((part) => (part.kind === 'identifier' ? part.name === alias : part.kind === 'text' && new RegExp(`\\b${alias}\\.`).test(part.text)));

/** One table alone, without a join: a profile that has no row there gets the verdicts of a row of nulls. */
function overOneTable(leaves: readonly ProfileLeaf[], population: Population, table: string, alias: 'a' | 'f'): Question {
  const tests = leaves.map(({ test }, index) => ({ test, present: ident(`present${index}`), absent: ident(`absent${index}`) }));
  const present = join(tests.map((each) => sql`${each.test} as ${each.present}`));
  const absent = join(tests.map((each) => sql`${each.test} as ${each.absent}`));
  const from = sql`(select profile, ${present} from (select * from ${ident(table)} where true${population.scope}) as ${ident(alias)})`;
  const nothing = sql`select ${absent} from (select 1) left join (select * from ${ident(table)} limit 0) as ${ident(alias)} on true`;
  return { leaves, verdicts: tests, rows: { from, nothing } };
}

function overProfiles(leaves: readonly ProfileLeaf[], population: Population, featuresTable: string): Question {
  const tests = leaves.map(({ test }, index) => ({ test, present: ident(`present${index}`), absent: sql`false` }));
  const present = tests.map((each) => sql`${each.test} as ${each.present}`);
  const { scope } = population;
  const joined = joins(
    tests.map(({ test }) => test),
    featuresTable,
    scope,
  );
  const from = sql`(select p.profile, ${join(present)} from (select * from profiles where true${scope}) p${joined}${tests.some(({ test }) => saysInstants(test)) ? instants('beside') : empty})`;
  return { leaves, verdicts: tests, rows: { from } };
}

/** Only the tables that the tests speak of. */
export function joins(tests: readonly Fragment[], featuresTable: string, scope: Fragment): Fragment {
  const uses = (alias: string): boolean => tests.some(({ parts }) => parts.some((part) => part.kind === 'identifier' && part.name === alias));
  const attributes = uses('a') ? sql` left join (select * from attributes where true${scope}) a on a.profile = p.profile` : empty;
  const features = uses('f') ? sql` left join (select * from ${ident(featuresTable)} where true${scope}) f on f.profile = p.profile` : empty;
  return sql`${attributes}${features}`;
}
