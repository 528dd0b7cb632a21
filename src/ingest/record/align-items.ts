import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Lines repeat who, when and whether it counts from their order, so that a scan needs no join; after orders changed alone they are made to agree. */
export async function alignItems(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`update items t set identifier = o.identifier, profile = o.profile, ordered_at = o.ordered_at, is_return = o.is_return, counts = o.counts
    from orders o where o.source = t.source and o.order_id = t.order_id
      and (t.identifier is distinct from o.identifier or t.profile is distinct from o.profile or t.ordered_at <> o.ordered_at or t.is_return <> o.is_return or t.counts <> o.counts)`);
}
