import { day } from '../../../core/index.ts';
import { type Fragment, join, sql, timestamp } from '../../../sql/index.ts';
import { numberComparison } from '../../operators/compare/sql.ts';
import type { Aggregate, Comparison, ComparisonOperator, DaysSince, Literal } from '../../tree.ts';
import { extremeTime, summed } from '../aggregate.ts';
import type { CompileContext } from '../context.ts';
import { timeBounds } from '../facts.ts';
import { instant } from '../../../core/index.ts';
import { ident } from '../../../sql/index.ts';
import { factMarks, firstExits, type Inside } from './fact-marks.ts';
import type { Marks, MarksFor } from './mark.ts';

/** Marks of a condition on an aggregate: exits that change its verdict, entries, and for `days since` the days themselves. */
export function aggregateMarks(condition: Comparison, context: CompileContext, holding: MarksFor): readonly Marks[] {
  const { left } = condition;
  if (left.kind === 'attribute') return [];
  const facts = factMarks(left.facts, context);
  const own = left.kind === 'days-since' ? daysMarks(left, condition, context) : [];
  const { inside, leaves } = facts;
  const exits =
    inside === undefined ? [] : [{ query: holding === 'these facts' ? exitQuery(condition, left, inside, context) : firstExits(inside), takesEffect: leaves }];
  return [...own, ...exits, ...facts.entries];
}

function exitQuery({ operator, values }: Comparison, left: Aggregate | DaysSince, inside: Inside, context: CompileContext): Marks['query'] {
  if (left.kind === 'aggregate' && left.function === 'count') return countExits(turningCounts(operator, values), inside);
  if (left.kind === 'aggregate' && left.function === 'sum') return sumExits(left, operator, values, inside, context);
  return firstExits(inside);
}

/**
 * As facts leave, oldest first, the count falls to k − 1 when the k-th newest leaves. The mark is the k-th newest fact for the
 * largest k, of those where the verdict turns, that the profile has.
 */
function countExits(turning: readonly number[], inside: Inside): Marks['query'] {
  const most = Math.max(0, ...turning);
  if (most > 1000) return firstExits(inside);
  if (most === 0) return (scope) => sql`select profile, t from (${inside(scope)}) where false`;
  const picks = [...turning].sort((a, b) => b - a).map((k) => sql`newest[${k}]`);
  return (scope) =>
    sql`select profile, coalesce(${join(picks)}) as t from (select profile, max(t, ${most}) as newest from (${inside(scope)}) group by profile) where len(newest) >= ${Math.min(...turning)}`;
}

/** Counts k at which the verdict for k differs from that for k − 1. */
export function turningCounts(operator: ComparisonOperator, values: readonly Literal[]): readonly number[] {
  const numbers = values.map(Number).filter(Number.isFinite);
  const [first = Number.NaN, second = Number.NaN] = numbers;
  const around = numbers.filter(Number.isInteger).flatMap((each) => [each, each + 1]);
  const found = ((): readonly number[] => {
    switch (operator) {
      case '>=':
      case '<':
        return [Math.ceil(first)];
      case '>':
      case '<=':
        return [Math.floor(first) + 1];
      case 'between':
        return [Math.ceil(first), Math.floor(second) + 1];
      case '=':
      case '!=':
      case 'in':
      case 'not in':
      case 'is exactly':
        return around;
      default:
        return [];
    }
  })();
  return [...new Set(found)].filter((k) => k >= 1);
}

/** What remains after each exit is the total less the running sum; the mark is the first exit after which the verdict differs. */
function sumExits(left: Aggregate, operator: ComparisonOperator, values: readonly Literal[], inside: Inside, context: CompileContext): Marks['query'] {
  const amount = summed(left, context);
  const holds = (value: Fragment): Fragment => sql`coalesce(${numberComparison(value, operator, values)}, false)`;
  return (scope) => sql`
    select profile, min(t) as t from (
      select profile, t, sum(amount) over (partition by profile) as total, sum(amount) over (partition by profile order by t) as gone
      from (${inside(scope, sql`, coalesce(${amount}, 0) as amount`)}))
    where ${holds(sql`(total - gone)`)} <> ${holds(sql`total`)} group by profile`;
}

/** The instants at which the elapsed time since a profile's last or first fact passes one of the limits. */
function daysMarks(left: DaysSince, { operator, values }: Comparison, context: CompileContext): readonly Marks[] {
  const offsets = turningElapsed(operator, values);
  if (offsets.length === 0) return [];
  const { facts, value } = extremeTime(left, context);
  const now = timestamp(context.moment.now);
  const passes = offsets.map((offset) => sql`case when time + to_microseconds(${BigInt(offset)}) > ${now} then time + to_microseconds(${BigInt(offset)}) end`);
  const query = (scope: Fragment): Fragment => sql`
    select profile, ${passes.length === 1 ? join(passes) : sql`least(${join(passes)})`} as t
    from (select profile, ${value} as time from ${ident(facts.table)} where profile is not null and ${facts.where} and ${timeBounds(facts)}${scope} group by profile)`;
  return [{ query, takesEffect: (t) => instant(Number(t)) }];
}

/** Elapsed microseconds from which on the verdict may differ from that a microsecond before. */
function turningElapsed(operator: ComparisonOperator, values: readonly Literal[]): readonly number[] {
  const numbers = values.map(Number).filter((each) => Number.isFinite(each) && Math.abs(each) < 1e5);
  const reached = numbers.map((each) => Math.ceil(each * day));
  const passed = numbers.map((each) => Math.floor(each * day) + 1);
  switch (operator) {
    case '>=':
    case '<':
      return reached;
    case '>':
    case '<=':
      return passed;
    case 'between':
      return [...reached.slice(0, 1), ...passed.slice(1)];
    default:
      return numbers.filter(Number.isInteger).flatMap((each) => [each * day, (each + 1) * day]);
  }
}
