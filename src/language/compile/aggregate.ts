import { compile, empty, type Fragment, sql, type Value as SqlValue } from '../../sql/index.ts';
import type { Aggregate, DaysSince } from '../tree.ts';
import type { AggregateQuery, FactQuery, Gathers } from './compiled.ts';
import type { CompileContext } from './context.ts';
import { factQuery } from './facts.ts';
import { foldedValue } from './fold.ts';
import { factField } from './sources.ts';
import { asNumber, asText, rawColumn, textColumn, type TypedValue } from './value.ts';

/** `count(…)`, `sum(…)` and the like as one aggregation, keyed by what it computes. */
export function aggregateQuery(aggregate: Aggregate, context: CompileContext): AggregateQuery {
  const facts = factQuery(aggregate.facts, context);
  if (aggregate.function === 'count') return keyed(facts, counted, sql`0`);
  const field = factField(aggregate.facts.of, aggregate.field ?? '', context.moment.vocabulary);
  const ofNothing = aggregate.function === 'sum' || aggregate.function === 'distinct' ? sql`0` : sql`cast(null as double)`;
  return keyed(facts, valueSql(aggregate.function, field, context), ofNothing, aggregate.function !== 'distinct');
}

/** What `sum` adds of one fact. */
export const summed = (aggregate: Aggregate, context: CompileContext): Fragment =>
  money(factField(aggregate.facts.of, aggregate.field ?? '', context.moment.vocabulary));

/** Time of the last or first such fact, as an instant. */
export function extremeTime(operand: DaysSince, context: CompileContext): AggregateQuery {
  const facts = factQuery(operand.facts, context);
  const time = facts.time === 'ordered_at' ? sql`ordered_at` : sql`occurred_at`;
  const expression = (each: Fragment): Fragment => (operand.which === 'last' ? sql`max(${each})` : sql`min(${each})`);
  return keyed(facts, { operand: time, expression }, sql`cast(null as timestamp)`);
}

/** An aggregate expression over an operand whose nulls do not count. `filtered`: over the rows of a condition, where that takes less than to make the others null. */
type Value = {
  readonly operand: Fragment | undefined;
  readonly expression: (operand: Fragment) => Fragment;
  readonly filtered?: (condition: Fragment) => Fragment;
  readonly gathers?: Gathers | undefined;
};

/** To add up a condition takes less than to count the rows that it picks. Where it is known of no row at all, the engine says null. */
const counted: Value = {
  operand: undefined,
  expression: () => sql`count(*)`,
  filtered: (condition) => sql`coalesce(count_if(${condition}), 0)`,
  gathers: { kind: 'facts' },
};

function valueSql(name: Exclude<Aggregate['function'], 'count'>, field: TypedValue, context: CompileContext): Value {
  switch (name) {
    case 'sum': {
      const { operand, total } = addedUp(field);
      const column = doubleColumn(field);
      const gathers: Gathers | undefined =
        column === undefined ? undefined : { kind: 'sum', column, amount: operand, value: (sum) => sql`cast(${sum} as double) / 10000` };
      return { operand, expression: (each) => sql`coalesce(cast(${total(sql`sum(${each})`)} as double) / 10000, 0)`, gathers };
    }
    case 'avg': {
      // In whole ten-thousandths, so that the mean is rounded once.
      const { operand, total } = addedUp(field);
      const column = doubleColumn(field);
      const value = (sum: Fragment, known: Fragment): Fragment => sql`cast(${sum} as double) / (10000 * nullif(${known}, 0))`;
      const gathers: Gathers | undefined = column === undefined ? undefined : { kind: 'mean', column, amount: operand, value };
      return { operand, expression: (each) => sql`cast(${total(sql`sum(${each})`)} as double) / (10000 * count(${each}))`, gathers };
    }
    case 'min':
      return { operand: asNumber(field), expression: (each) => sql`min(${each})` };
    case 'max':
      return { operand: asNumber(field), expression: (each) => sql`max(${each})` };
    case 'distinct': {
      const operand = distinctValue(field, context);
      const gathers: Gathers | undefined = field.kind === 'column' && field.type === 'text' ? { kind: 'values', column: field.column, operand } : undefined;
      return { operand, expression: (each) => sql`count(distinct ${each})`, gathers };
    }
  }
}

/** Sums are exact and do not depend on order: four decimals, whatever the column. */
const money = (field: TypedValue): Fragment =>
  field.kind === 'column' && field.decimal ? rawColumn(field) : sql`try_cast(${asNumber(field)} as decimal(18, 4))`;

/**
 * What is added up of each fact, and how the sum becomes ten-thousandths. A double that holds a whole number adds up exactly and in any order
 * as long as a customer's sum stays below 2⁵³ of them, 900 billion; to make integers or decimals of it first takes longer than all else.
 */
function addedUp(field: TypedValue): { readonly operand: Fragment; readonly total: (sum: Fragment) => Fragment } {
  if (field.kind === 'column' && field.decimal) return { operand: rawColumn(field), total: (sum) => sql`${sum} * 10000` };
  return { operand: sql`round(cast(${asNumber(field)} as double) * 10000)`, total: (sum) => sum };
}

/** What is added up of it are whole numbers already. */
const doubleColumn = (field: TypedValue): string | undefined =>
  field.kind === 'column' && field.type === 'number' && !field.decimal ? field.column : undefined;

/** Texts that `=` takes for equal count once; unknown ones do not count. */
function distinctValue(field: TypedValue, context: CompileContext): Fragment {
  if (field.kind === 'column' && field.type !== 'text') return rawColumn(field);
  context.texts.push(textColumn(field));
  return foldedValue(asText(field), context.moment);
}

function keyed(facts: FactQuery, { operand, expression, filtered: own, gathers }: Value, ofNothing: Fragment, shares = true): AggregateQuery {
  const value = expression(operand ?? empty);
  const factsKey = `${facts.table} ${facts.from ?? ''}–${facts.to} ${fragmentKey(facts.where)}`;
  const filtered = (condition: Fragment | undefined, each: Fragment): Fragment => {
    if (condition !== undefined && own !== undefined) return own(condition);
    // `filter (where …)` would be shorter, but the engine then picks the rows of every column of the pass for each aggregate: ten times the work with a hundred of them.
    return expression(condition === undefined ? each : sql`case when ${condition} then ${each} end`);
  };
  return { key: `${factsKey} ${fragmentKey(value)}`, factsKey, facts, value, filtered: shares ? filtered : undefined, operand, empty: ofNothing, gathers };
}

/** Equal fragments have equal keys. */
export function fragmentKey(fragment: Fragment): string {
  const { text, values } = compile(fragment);
  return `${text}${JSON.stringify(values.map(plain))}`;
}

const plain = (value: SqlValue): unknown => (typeof value === 'bigint' ? `${value}n` : value);
