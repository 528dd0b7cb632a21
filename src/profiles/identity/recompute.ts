import type { Instant } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { IdentityLimits } from './guards.ts';
import { numberComponents } from './number.ts';
import { partitionRegion } from './partition.ts';
import { growRegion } from './region.ts';

/** Tables whose rows carry the profile of their identifier, so that scans need no join. */
const factTables = [
  'orders',
  'items',
  'events',
  'feedback',
  'customers',
  'orders_superseded',
  'items_superseded',
  'feedback_superseded',
  'customers_superseded',
];

/**
 * Makes profiles agree with what has been seen: seeds → region → components → numbers → facts.
 *
 * Expects temp tables `identity_seeds(identifier)`, `identity_closed(identifier)` (seeds that linked nothing before and need
 * not be passed), `identity_single(identifier)` (new identifiers seen with nothing: customers of their own, no graph work),
 * `identity_changed(a, b)` (the pairs that are new) and staged decisions. Leaves `identity_moved(identifier, had, profile)`.
 */
export async function recomputeProfiles(warehouse: Warehouse, run: { batch: number; at: Instant; limits: IdentityLimits }): Promise<{ created: number }> {
  const seeds = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_seeds`);
  if ((seeds?.n ?? 0) === 0) {
    await warehouse.run(sql`create or replace temp table identity_components as select identifier, identifier as label from identity_single`);
  } else {
    await growRegion(warehouse, run.limits);
    await partitionRegion(warehouse);
    await warehouse.run(sql`insert into identity_components select identifier, identifier from identity_single`);
  }
  const numbered = await numberComponents(warehouse, run);
  await moveFacts(warehouse);
  return numbered;
}

async function moveFacts(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`update identifiers set profile = m.profile from identity_moved m where identifiers.identifier = m.identifier`);
  const settled = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_moved where had is not null`);
  if ((settled?.n ?? 0) === 0) return;
  for (const table of factTables) {
    const target = ident(table);
    await warehouse.run(sql`update ${target} set profile = m.profile from identity_moved m where m.had is not null and ${target}.identifier = m.identifier`);
  }
}
