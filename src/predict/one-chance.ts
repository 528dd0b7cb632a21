import { ident, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { Silence } from './value/index.ts';

/**
 * Whoever orders within 14 days does not stay away for 35: what two models say of one customer must be able to be true at once. Within the days of the silence, or fewer,
 * an order is never likelier than that the silence does not come.
 */
export const orderWithin = (order: number, days: number, away: { readonly probability: number; readonly days: number }): number =>
  days <= away.days ? Math.min(order, 1 - away.probability) : order;

/** The same for everybody, where scores are staged: `v0` of `table` is the chance of an order within `days`. */
export async function holdOrders(warehouse: Warehouse, table: string, days: number, silence: Silence): Promise<void> {
  if (days > silence.days) return;
  await warehouse.run(
    sql`update ${ident(table)} set v0 = least(${ident(table)}.v0, 1 - w.v0) from ${ident(silence.table)} w where w.profile = ${ident(table)}.profile`,
  );
}
