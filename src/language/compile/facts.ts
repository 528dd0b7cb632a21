import { type Instant, instant } from '../../core/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import { comparisonSql } from '../operators/compare/sql.ts';
import { knownSql } from '../operators/presence/sql.ts';
import type { FactCondition, Facts, FactSource } from '../tree.ts';
import { bounds } from './bounds.ts';
import type { FactQuery } from './compiled.ts';
import type { CompileContext } from './context.ts';
import { decidingColumns } from './deciding-columns.ts';
import type { Moment } from './moment.ts';
import { factField, sourceTable } from './sources.ts';

/**
 * The rows of `facts` up to now, those of nobody among them: to leave out one group at the end costs less than to look at each row.
 * What lies after now never counts, whatever the window.
 */
export function factQuery(facts: Facts, context: CompileContext): FactQuery {
  const { table, time } = sourceTable(facts.of);
  const upToNow = instant(context.moment.now + 1);
  const { from, to } = facts.window === undefined ? { from: undefined, to: undefined } : bounds(facts.window, context.moment);
  const base = sourceTable(facts.of).where;
  const extra = facts.where === undefined ? undefined : factCondition(facts.where, facts.of, context);
  const where = extra === undefined ? base : sql`${base} and ${extra}`;
  const decidedBy = facts.where === undefined ? [] : decidingColumns(facts.where, facts.of, context.moment.vocabulary);
  return { table, time, where, base, extra, decidedBy, from, to: earlier(to, upToNow) };
}

const earlier = (a: Instant | undefined, b: Instant): Instant => (a === undefined || a > b ? b : a);

/** The source's own condition and `where`, without time. */
export function factRows(source: FactSource, where: FactCondition | undefined, context: CompileContext): Fragment {
  const own = sql`profile is not null and ${sourceTable(source).where}`;
  return where === undefined ? own : sql`${own} and ${factCondition(where, source, context)}`;
}

/** Table, time column and condition of facts, windows included, for showing them. */
export function factRowsOf(facts: Facts, moment: Moment): { readonly table: Fragment; readonly time: Fragment; readonly where: Fragment } {
  const query = factQuery(facts, { moment, texts: [], within: [] });
  return { table: ident(query.table), time: ident(query.time), where: sql`${query.where} and ${timeBounds(query)}` };
}

/** The time bounds of a query over facts as SQL. */
export function timeBounds({ time, from, to }: Pick<FactQuery, 'time' | 'from' | 'to'>): Fragment {
  const column = time === 'ordered_at' ? sql`ordered_at` : sql`occurred_at`;
  const upper = sql`${column} < ${timestamp(to)}`;
  return from === undefined ? upper : sql`${column} >= ${timestamp(from)} and ${upper}`;
}

/** True, or else false or null. Only under a negation is null made false, so that plain comparisons reach the table's scan. */
function factCondition(condition: FactCondition, source: FactSource, context: CompileContext): Fragment {
  const each = (of: readonly FactCondition[]): Fragment[] => of.map((part) => factCondition(part, source, context));
  switch (condition.kind) {
    case 'all':
      return sql`(${join(each(condition.of), ' and ')})`;
    case 'any':
      return sql`(${join(each(condition.of), ' or ')})`;
    case 'none':
      return sql`(not coalesce((${join(each(condition.of), ' or ')}), false))`;
    case 'not':
      return sql`(not coalesce(${factCondition(condition.of, source, context)}, false))`;
    case 'compare':
      return comparisonSql(factField(source, condition.field, context.moment.vocabulary), condition.operator, condition.values, context);
    case 'known':
      return knownSql(factField(source, condition.field, context.moment.vocabulary), context);
    case 'unknown':
      return sql`(not ${knownSql(factField(source, condition.field, context.moment.vocabulary), context)})`;
  }
}
