import { day, type Instant, instant } from '../../../core/index.ts';
import { type Fragment, join, sql, timestamp } from '../../../sql/index.ts';
import type { ComparisonOperator, Literal } from '../../tree.ts';

/**
 * `days since …` compares exact elapsed time (a day is 24 h) with the literal; `=`, `!=`, `in`, `not in` compare completed days.
 * `time` is the instant of the fact, null where there is none, so that the test is null too.
 */
export function daysSinceSql(time: Fragment, operator: ComparisonOperator, values: readonly Literal[], now: Instant): Fragment {
  const numbers = values.map(Number);
  const [first, second] = numbers;
  if (first === undefined || numbers.some((each) => !Number.isFinite(each))) return sql`cast(null as boolean)`;
  switch (operator) {
    case '<':
      return sql`(${time} > ${ago(now, Math.ceil(first * day))})`;
    case '<=':
      return sql`(${time} >= ${ago(now, Math.floor(first * day))})`;
    case '>':
      return sql`(${time} < ${ago(now, Math.floor(first * day))})`;
    case '>=':
      return sql`(${time} <= ${ago(now, Math.ceil(first * day))})`;
    case 'between':
      return sql`(${time} <= ${ago(now, Math.ceil(first * day))} and ${time} >= ${ago(now, Math.floor((second ?? first) * day))})`;
    case '=':
    case 'in':
    case 'is exactly':
      return sql`(${join(
        numbers.map((each) => completed(time, each, now)),
        ' or ',
      )})`;
    case '!=':
    case 'not in':
      return sql`(not (${join(
        numbers.map((each) => completed(time, each, now)),
        ' or ',
      )}))`;
    default:
      return sql`cast(null as boolean)`;
  }
}

function completed(time: Fragment, days: number, now: Instant): Fragment {
  if (!Number.isInteger(days)) return sql`(${time} is null and ${time} is not null)`;
  return sql`(${time} > ${ago(now, (days + 1) * day)} and ${time} <= ${ago(now, days * day)})`;
}

/** Beyond any fact there is no need to be exact. */
const ago = (now: Instant, microseconds: number) => timestamp(instant(Math.max(-9e15, Math.min(9e15, now - microseconds))));
