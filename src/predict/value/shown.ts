import type { Workspace } from '../../core/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { dateChoice, latest } from './dates/judge.ts';
import { stageRhythms } from './dates/rhythms.ts';
import type { CutOff } from './histories/stage.ts';
import type { ValueModel } from './score.ts';

/** Days until the usual gap is over, where that is what says when the next order comes: fewer than none of somebody who is late. */
const rhythmDays = sql`case when r.quiet_days < r.gap_days then case when c.due = 'rhythm' then r.gap_days - r.quiet_days end
    when r.quiet_days < ${latest}::DOUBLE * r.gap_days then case when c.late = 'rhythm' then r.gap_days - r.quiet_days end end`;

/**
 * Scores as they are shown: an interval that holds what is expected between its ends. Of somebody of whom no order at all is likelier than four in five, that is all that the interval holds, and the little that is expected lies beyond it. There it reaches to
 * the next whole order, and in money to what they bring if they order at all. It holds more than four in five then; the figures of the card are of intervals before that.
 */
export const shownScores = (scores: Fragment): Fragment => sql`select * replace (
    least(orders_90d_low, floor(orders_90d)) as orders_90d_low, greatest(orders_90d_high, ceil(orders_90d)) as orders_90d_high,
    least(orders_12m_low, floor(orders_12m)) as orders_12m_low, greatest(orders_12m_high, ceil(orders_12m)) as orders_12m_high,
    least(value_12m_low, value_12m) as value_12m_low,
    case when value_12m_high > value_12m then value_12m_high when value_12m > 0 then value_12m / greatest(1 - orders_12m_none, 1e-9) else value_12m end as value_12m_high,
    coalesce(rhythm_days, next_days) as next_days, least(next_days_low, coalesce(rhythm_days, next_days)) as next_days_low,
    case when next_days_high is not null then greatest(next_days_high, rhythm_days) end as next_days_high)
  from (select s.*, ${rhythmDays} as rhythm_days from (${scores}) s left join value_rhythms r using (profile) cross join value_date_choice c)`;

/** The temp tables that `shownScores` reads beside the scores. */
export async function stageDates(
  warehouse: Warehouse,
  { dates = dateChoice }: Pick<ValueModel, 'dates'>,
  cutOff: Pick<CutOff, 'at'>,
  workspace: Workspace,
  profile?: number,
): Promise<void> {
  await stageRhythms(warehouse, 'value_rhythms', cutOff, workspace, profile);
  await warehouse.run(sql`create or replace temp table value_date_choice as select ${dates.due} as due, ${dates.late} as late`);
}
