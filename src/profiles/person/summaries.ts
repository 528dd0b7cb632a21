import { formatInstant, type Instant } from '../../core/index.ts';
import { ident, list, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { nameOf, type ProfileSummary } from './list.ts';

/** A few customers by their numbers, in that order, with what tells them apart. Numbers that are nobody's are left out. */
export async function readSummaries(warehouse: Warehouse, profiles: readonly number[], featuresTable = 'features'): Promise<readonly ProfileSummary[]> {
  if (profiles.length === 0) return [];
  const name = await nameOf(warehouse);
  const rows = await warehouse.rows<Omit<ProfileSummary, 'last_order_at'> & { last_order_at: Instant | null }>(sql`
    with wanted as (select profile from profiles where profile in ${list(profiles)}),
    known as (
      select i.profile, min(value) filter (where namespace = 'customer_id') as customer_id, min(value) filter (where namespace = 'email') as email
      from identifiers i semi join wanted using (profile) group by i.profile)
    select p.profile, k.customer_id, ${name} as name, k.email, coalesce(f.orders_count, 0) as orders, coalesce(f.total_spent, 0) as total_spent,
      f.last_order_at, f.rfm_segment, f.lifecycle
    from profiles p semi join wanted using (profile) left join ${ident(featuresTable)} f using (profile) left join attributes a using (profile)
      left join known k using (profile)`);
  const found = new Map(rows.map((row) => [row.profile, { ...row, last_order_at: row.last_order_at === null ? null : formatInstant(row.last_order_at) }]));
  return profiles.flatMap((profile) => found.get(profile) ?? []);
}
