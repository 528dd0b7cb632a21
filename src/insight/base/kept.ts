import { type Fragment, sql } from '../../sql/index.ts';

/**
 * Of which orders a part, or all, was given back, and what share of them was kept: lines say what was bought, and what a product brought is what was kept of
 * that. Orders that kept everything are not among them, so the table is small.
 */
export const refundedOrders: Fragment = sql`select source, order_id, any_value(total::DOUBLE / gross) as kept from orders where counts and not is_return and gross > 0 and total <> gross group by source, order_id`;

/** What is left of a line's amount once `refundedOrders r` is joined to it. */
export const keptOf = (amount: Fragment): Fragment => sql`case when r.kept is null then ${amount} else cast(${amount} * r.kept as DECIMAL(18,4)) end`;
