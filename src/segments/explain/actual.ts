import { day, formatInstant, instant } from '../../core/index.ts';
import { attributeColumn, type Condition, compileSegment, type Moment } from '../../language/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Question } from '../next-change/verdicts-at.ts';
import { valueOver } from '../evaluate/aggregate-query.ts';

export type Actual = string | number | boolean | readonly string[] | null;

/** The value that a condition compares, for one customer. `facts`: how many facts it counts. */
export async function actualOf(warehouse: Warehouse, condition: Condition, question: Question, profile: number, facts: number): Promise<Actual> {
  switch (condition.kind) {
    case 'not':
      return actualOf(warehouse, condition.of, question, profile, facts);
    case 'compare':
      if (condition.left.kind === 'aggregate' && condition.left.function === 'count') return facts;
      if (condition.left.kind === 'attribute') return attributeOf(warehouse, condition.left.name, question.moment, profile);
      return aggregateOf(warehouse, condition, question, profile);
    case 'known':
    case 'unknown':
    case 'date':
      return attributeOf(warehouse, condition.attribute, question.moment, profile);
    case 'within':
    case 'can-receive':
    case 'random':
    case 'sequence':
    case 'in-segment':
    case 'all':
    case 'any':
    case 'none':
      return null;
  }
}

async function attributeOf(warehouse: Warehouse, name: string, moment: Moment, profile: number): Promise<Actual> {
  const { table, column, type } = attributeColumn(name, moment);
  const from = table === 'features' ? moment.featuresTable : table;
  const shown = type === 'date' ? sql`cast(${ident(column)} as varchar)` : ident(column);
  const row = await warehouse.row<{ value: unknown }>(sql`select ${shown} as value from ${ident(from)} where profile = ${profile}`);
  return shownValue(row?.value, type === 'instant');
}

async function aggregateOf(warehouse: Warehouse, condition: Condition, { moment, definitions }: Question, profile: number): Promise<Actual> {
  const [leaf] = compileSegment({ tree: condition }, moment, definitions).leaves.values();
  if (leaf?.kind !== 'aggregate') return null;
  const row = await warehouse.row<{ value: unknown }>(valueOver(leaf.aggregate, sql` and profile = ${profile}`));
  const value = row?.value ?? null;
  if (condition.kind === 'compare' && condition.left.kind === 'days-since')
    return typeof value === 'number' ? Math.round(((moment.now - value) / day) * 1000) / 1000 : null;
  return shownValue(value, false);
}

function shownValue(value: unknown, isInstant: boolean): Actual {
  if (isInstant && typeof value === 'number') return formatInstant(instant(value));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : null;
}
