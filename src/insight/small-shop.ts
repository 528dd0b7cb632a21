import { type Instant, instant, type Workspace, defaultWorkspace, day } from '../core/index.ts';
import { refreshFeatures } from '../profiles/index.ts';
import { sql, timestamp } from '../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../warehouse/index.ts';

/** A shop made by hand for the tests of this room: orders as (customer, days before the moment, total). */
export type SmallOrder = {
  readonly profile: number | null;
  readonly daysAgo: number;
  readonly total: number;
  readonly category?: string;
  readonly product?: string;
};

/** 1 July 2026, 00:00 UTC. */
export const smallMoment = instant(Date.UTC(2026, 6, 1) * 1000);
export const smallWorkspace: Workspace = { ...defaultWorkspace, name: 'Corner & Co', currency: 'GBP', zone: 'UTC' };

export async function smallShop(profiles: number, orders: readonly SmallOrder[], moment: Instant = smallMoment): Promise<Warehouse> {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  await warehouse.load(
    'small',
    [
      { name: 'profile', type: 'INTEGER' },
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'total', type: 'DOUBLE' },
      { name: 'category', type: 'VARCHAR' },
      { name: 'product', type: 'VARCHAR' },
    ],
    orders.map(({ profile, daysAgo, total, category, product }) => [profile, moment - Math.round(daysAgo * day), total, category ?? null, product ?? null]),
  );
  await warehouse.run(sql`insert into profiles select range::INTEGER, 1, ${timestamp(moment)} from range(1, ${profiles + 1})`);
  await warehouse.run(sql`insert into attributes select profile from profiles`);
  await warehouse.run(sql`insert into identifiers select profile, 'email', 'c' || profile || '@example.com', profile, 1 from profiles`);
  await warehouse.run(
    sql`insert into orders by name select 1 as batch, 'shop' as source, row_number() over ()::VARCHAR as order_id, profile, "at" as ordered_at, total < 0 as is_return, true as counts, total from small`,
  );
  await warehouse.run(sql`insert into items by name select 1 as batch, 'shop' as source, row_number() over ()::VARCHAR as order_id, 1 as line, profile, "at" as ordered_at, total < 0 as is_return, true as counts,
    category, coalesce(product, category || ' thing') as name, 1 as quantity, total from small`);
  await refreshFeatures(warehouse, { asOf: moment, workspace: smallWorkspace, table: 'features', temporary: false });
  return warehouse;
}
