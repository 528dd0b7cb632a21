import type { Workspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { alignItems } from './align-items.ts';
import { countsBy } from './order-totals.ts';

/**
 * Which orders count under another rule for those that were refunded in full, without reading any file again; earlier versions, which an undo brings back, too.
 * Orders recorded before it was known of them stay as they are. Returns how many of those that stand changed.
 */
export async function recountOrders(warehouse: Warehouse, refundedOrders: Workspace['refundedOrders']): Promise<number> {
  const counts = countsBy(refundedOrders);
  const changing = sql`stands is not null and counts <> ${counts}`;
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from orders where ${changing}`);
  for (const table of ['orders', 'orders_superseded']) await warehouse.run(sql`update ${ident(table)} set counts = ${counts} where ${changing}`);
  const changed = found?.n ?? 0;
  if (changed > 0) await alignItems(warehouse);
  return changed;
}
