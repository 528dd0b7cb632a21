import type { Kind } from '../../contract/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

const tableOf: Readonly<Partial<Record<Kind, string>>> = {
  orders: 'orders',
  customers: 'customers',
  events: 'events',
  messages: 'events',
  feedback: 'feedback',
};

/** Customers known before of whom this batch brought something new; records seen again unchanged bring nothing. */
export async function updatedProfiles(warehouse: Warehouse, kind: Kind, batch: number): Promise<number> {
  const table = tableOf[kind];
  if (table === undefined) return 0;
  if ((await warehouse.row(sql`select 1 from profiles where batch <> ${batch} limit 1`)) === undefined) return 0;
  const found = await warehouse.row<{ n: number }>(sql`
    select count(*) as n from (select distinct profile from ${ident(table)} where batch = ${batch} and profile is not null) b
    anti join (select profile from profiles where batch = ${batch}) p using (profile)`);
  return found?.n ?? 0;
}
