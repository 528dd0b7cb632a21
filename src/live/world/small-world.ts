import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Tables of which the small world holds the rows of the profiles touched. */
const ofProfiles = ['profiles', 'attributes', 'orders', 'items', 'events', 'feedback', 'identifiers'] as const;

/**
 * Runs work in a world in which nobody lives but the profiles of temp table `touched(profile)`: temporary tables with the names of the real ones hide those,
 * so that features, stages and segments are computed by the very statements that compute them for everybody, over a few rows. `real` names what is hidden.
 */
export async function inSmallWorld<T>(warehouse: Warehouse, touched: string, work: () => Promise<T>): Promise<T> {
  const real = await realTables(warehouse);
  try {
    for (const table of ofProfiles)
      await warehouse.run(
        sql`create or replace temp table ${ident(table)} as select * from ${real(table)} where profile in (select profile from temp.main.${ident(touched)})`,
      );
    return await work();
  } finally {
    for (const table of ofProfiles) await warehouse.run(sql`drop table if exists temp.main.${ident(table)}`);
  }
}

/** A table of the warehouse itself, whatever hides it. */
export async function realTables(warehouse: Warehouse) {
  const row = await warehouse.row<{ name: string }>(sql`select current_database() as name`);
  const catalog = row?.name ?? '';
  return (table: string) => ident(catalog, 'main', table);
}
