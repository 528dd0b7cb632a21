import { type Fragment, sql } from '../../sql/index.ts';

/**
 * Scores as they are shown: an interval that holds what is expected between its ends. Of somebody of whom no order at all is likelier than four in five, that is all that the interval holds, and the little that is expected lies beyond it. There it reaches to
 * the next whole order, and in money to what they bring if they order at all. It holds more than four in five then; the figures of the card are of intervals before that.
 */
export const shownScores = (scores: Fragment): Fragment => sql`select * replace (
    least(orders_90d_low, floor(orders_90d)) as orders_90d_low, greatest(orders_90d_high, ceil(orders_90d)) as orders_90d_high,
    least(orders_12m_low, floor(orders_12m)) as orders_12m_low, greatest(orders_12m_high, ceil(orders_12m)) as orders_12m_high,
    least(value_12m_low, value_12m) as value_12m_low,
    case when value_12m_high > value_12m then value_12m_high when value_12m > 0 then value_12m / greatest(1 - orders_12m_none, 1e-9) else value_12m end as value_12m_high)
  from (${scores})`;
