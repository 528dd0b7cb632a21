import { type Fragment, sql } from '../../sql/index.ts';
import { orderedValue } from '../../warehouse/index.ts';

/** What became of an order, as SQL over `orders`: what stands in a timeline like any other order should say when it was cancelled or its money went back. */
export const standingOf: Fragment = sql`case when is_return then null when coalesce(not stands, not counts and not coalesce(all_refunded, false)) then 'not_counted'
  when coalesce(all_refunded, total = 0 and refunded <> 0, false) then 'refunded' when ${orderedValue()} > total then 'partly_refunded' else 'counts' end`;
