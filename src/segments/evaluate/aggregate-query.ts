import { type AggregateLeaf, type AggregateQuery, foldedOnce, fragmentKey, timeBounds } from '../../language/index.ts';
import { empty, type Fragment, ident, instants, join, sql, timestamp } from '../../sql/index.ts';
import type { Rows, Verdicts } from './collect-verdicts.ts';
import { type Span, wider } from './span.ts';

/**
 * Rows of the leaves' values, one a profile, and what is asked of them. All leaves are over the same kind of fact. With `repeats` a profile may have several rows of one value.
 */
export function verdictsOver(
  leaves: readonly AggregateLeaf[],
  scope: Fragment,
  repeats: boolean,
): { readonly rows: Rows; readonly verdicts: readonly Verdicts[] } {
  const aggregates = [...new Map(leaves.map(({ aggregate }) => [aggregate.key, aggregate])).values()];
  const names = new Map(aggregates.map(({ key }, index) => [key, ident(`v${index}`)]));
  const value = ({ aggregate }: AggregateLeaf): Fragment => names.get(aggregate.key) ?? ident('v');
  return {
    rows: {
      from: sql`(${repeats && aggregates.length === 1 && leaves.every(asksWhetherAny) ? anyQuery(aggregates, names, scope) : valuesQuery(aggregates, names, scope)})`,
      noneAs: (profile) =>
        sql`select ${profile} as profile, ${join(aggregates.map(({ key, empty: ofNothing }) => sql`${ofNothing} as ${names.get(key) ?? ident('v')}`))}`,
    },
    verdicts: leaves.map((leaf) => ({ present: leaf.test(value(leaf)), absent: leaf.test(leaf.aggregate.empty) })),
  };
}

/** A count that is compared with nothing beyond 1: all that matters is whether there is a fact. */
const asksWhetherAny = ({ aggregate: { gathers }, limits }: AggregateLeaf): boolean =>
  gathers?.kind === 'facts' && limits?.every(({ at, above }) => (above ? at < 1 : at <= 1)) === true;

/** A row a fact, which stands for any number of them: to gather them by profile would take longer than to read them. */
function anyQuery([first]: readonly AggregateQuery[], names: ReadonlyMap<string, Fragment>, scope: Fragment): Fragment {
  if (first === undefined) return sql`select cast(null as integer) as profile where false`;
  const { facts, key } = first;
  return sql`select profile, 1 as ${names.get(key) ?? ident('v')} from ${ident(facts.table)} where ${facts.where} and ${timeBounds(facts)}${scope}`;
}

/**
 * One row a profile, one column an aggregate: a plain aggregation where all are over the same facts, else one shared scan with a filter
 * each. `distinct`s that are not over the same facts differ in where their windows begin and in nothing else.
 */
function valuesQuery(aggregates: readonly AggregateQuery[], names: ReadonlyMap<string, Fragment>, scope: Fragment): Fragment {
  const [first] = aggregates;
  if (first === undefined) return sql`select cast(null as integer) as profile where false`;
  const alike = aggregates.every(({ factsKey }) => factsKey === first.factsKey);
  const widest = aggregates.map(({ facts }): Span => facts).reduce(wider);
  const named = (value: Fragment, { key }: AggregateQuery): Fragment => sql`${value} as ${names.get(key) ?? ident('v')}`;
  const from = sql`from ${ident(first.facts.table)}${instants('beside')} where`;
  const limits = sql`${timeBounds(widest)}${scope}`;
  if (alike) return sql`select profile, ${join(aggregates.map((each) => named(each.value, each)))} ${from} ${first.facts.where} and ${limits} group by profile`;
  if (first.filtered === undefined) return distinctsQuery(first, aggregates, widest, named, sql`${from} ${first.facts.where} and ${limits}`);
  // Each distinct condition and operand is worked out once a row, and so is each text that several of them fold.
  const shared = sharedColumns(aggregates.flatMap(({ facts, operand }) => [facts.extra, operand].filter((each) => each !== undefined)));
  const columns = aggregates.map((each) => named(filteredValue(each, widest, shared.name), each));
  const times = join([...new Set(aggregates.map(({ facts }) => facts.time))].map((time) => ident(time)));
  const rows = sql`(select ${ident(first.facts.table)}.*${shared.folded}${instants('carried')} ${from} ${first.facts.base} and ${limits})${instants('around')}`;
  const worked = sql`(select profile, ${times}${shared.columns}${instants('passed')} from ${rows})${instants('around')}`;
  return sql`select profile, ${join(columns)} from ${worked} group by profile`;
}

/**
 * Different values in several windows that end at the same instant: a value lies in each of them that its newest fact lies in, so one
 * look at the values with their newest facts counts them all.
 */
function distinctsQuery(
  { operand, facts }: AggregateQuery,
  aggregates: readonly AggregateQuery[],
  widest: Span,
  named: (value: Fragment, aggregate: AggregateQuery) => Fragment,
  from: Fragment,
): Fragment {
  const columns = aggregates.map((each) =>
    named(
      each.facts.from === undefined || each.facts.from === widest.from ? sql`count(x)` : sql`count(x) filter (where newest >= ${timestamp(each.facts.from)})`,
      each,
    ),
  );
  const values = sql`select profile, ${operand ?? empty} as x, max(${ident(facts.time)}) as newest ${from} group by all`;
  return sql`select profile, ${join(columns)} from (${values})${instants('beside')} group by profile`;
}

type Shared = {
  /** Folded texts, as columns of the query inside. */
  readonly folded: Fragment;
  readonly columns: Fragment;
  readonly name: (expression: Fragment) => Fragment;
};

/** Expressions as columns of an inner query, each distinct one once. */
function sharedColumns(expressions: readonly Fragment[]): Shared {
  const distinct = new Map(expressions.map((expression) => [fragmentKey(expression), expression]));
  const names = new Map([...distinct.keys()].map((key, index) => [key, ident(`shared${index}`)]));
  const name = (expression: Fragment): Fragment => names.get(fragmentKey(expression)) ?? expression;
  const folded = new Map<string, Fragment>();
  const columns = [...distinct.values()].map((expression) => sql`, ${foldedOnce(expression, folded)} as ${name(expression)}`);
  return {
    folded: join(
      [...folded].map(([column, text]) => sql`, ${text} as ${ident(column)}`),
      '',
    ),
    columns: join(columns, ''),
    name,
  };
}

function filteredValue({ facts, filtered, operand, value }: AggregateQuery, widest: Span, name: (expression: Fragment) => Fragment): Fragment {
  const inTime = facts.from === widest.from && facts.to === widest.to ? [] : [facts.to === widest.to ? since(facts) : timeBounds(facts)];
  const conditions = facts.extra === undefined ? inTime : [name(facts.extra), ...inTime];
  if (filtered === undefined) return value;
  return filtered(conditions.length === 0 ? undefined : join(conditions, ' and '), operand === undefined ? empty : name(operand));
}

const since = ({ time, from }: Span): Fragment => (from === undefined ? sql`true` : sql`${ident(time)} >= ${timestamp(from)}`);

/** The value itself over the rows of a scope, one row. */
export function valueOver({ facts, value }: AggregateQuery, scope: Fragment): Fragment {
  return sql`select ${value} as value from ${ident(facts.table)} where ${facts.where} and ${timeBounds(facts)}${scope}`;
}
