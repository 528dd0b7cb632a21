import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Drops the temporary tables and views of a connection: those of thousands of customers lie in memory until the next time, with all their events. */
export async function letGoOfTables(warehouse: Warehouse): Promise<void> {
  const views = await warehouse.rows<{ name: string }>(sql`select view_name as name from duckdb_views() where temporary and not internal`);
  const tables = await warehouse.rows<{ name: string }>(sql`select table_name as name from duckdb_tables() where temporary`);
  await warehouse.transaction(async () => {
    for (const { name } of views) await warehouse.run(sql`drop view temp.main.${ident(name)}`);
    for (const { name } of tables) await warehouse.run(sql`drop table temp.main.${ident(name)}`);
  });
}
