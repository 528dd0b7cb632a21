import type { CohortAnalysisAnswer } from '../../contract/schemas.ts';
import { day } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { kaplanMeier, survivalAt } from '../../stats/index.ts';
import { type InsightContext, ordersUpTo } from '../base/context.ts';

export type LastingCurve = CohortAnalysisAnswer['rows'][number]['lasting'];

/** Times at which the curve is read. */
const readAt = [0, 30, 60, 90, 120, 180, 270, 365, 540, 730] as const;

/**
 * How long customers keep coming since they began, by row. Somebody is gone who has been quiet for longer than is usual: the end is their last order then; all others are watched
 * still. `starts` has profile, began and row.
 */
export async function lastingBy(context: InsightContext, starts: Fragment, quietDays: number): Promise<ReadonlyMap<string, LastingCurve>> {
  const rows = await context.warehouse.rows<{ row: string; durations: readonly number[]; ends: readonly boolean[] }>(sql`
    with last as (select profile, max(ordered_at) as last from orders where ${ordersUpTo(context)} and profile is not null group by profile),
      spells as (select s.row, greatest(l.last, s.began) as until, s.began from (${starts}) s left join last l using (profile))
    select row, list(epoch_us(case when gone then until else ${timestamp(context.at)} end) - epoch_us(began)) as durations, list(gone) as ends
    from (select *, until < ${timestamp(context.at)} - to_days(${quietDays}::INTEGER) as gone from spells) group by row`);
  return new Map(rows.map(({ row, durations, ends }) => [row, curveOf(durations, ends)]));
}

function curveOf(durations: readonly number[], ends: readonly boolean[]): LastingCurve {
  const days = durations.map((duration) => duration / day);
  const steps = kaplanMeier({ duration: days, ended: ends.map(Number) });
  const longest = Math.max(0, ...days);
  return readAt
    .filter((time) => time <= longest)
    .map((time) => {
      const step = steps.findLast((each) => each.time <= time);
      const atRisk = days.filter((duration) => duration >= time).length;
      return { days: time, at_risk: atRisk, share: survivalAt(steps, time), low: step?.low ?? 1, high: step?.high ?? 1 };
    });
}
