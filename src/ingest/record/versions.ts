import { type Fragment, ident, sql } from '../../sql/index.ts';
import { recordKey, type versionedTables, type Warehouse } from '../../warehouse/index.ts';

export type VersionedTable = (typeof versionedTables)[number];
export type Versions = { readonly created: number; readonly updated: number; readonly skipped: number };

export type VersionRequest = {
  readonly batch: number;
  readonly source: string;
  /** The table whose fingerprint tells a changed record from one seen before. */
  readonly table: Exclude<VersionedTable, 'items' | 'traits'>;
  /** Tables whose rows belong to the same records and go with them; `where` limits which. */
  readonly alongside: readonly { readonly table: VersionedTable; readonly where?: Fragment }[];
  /** Temp table with the key of `table` and `fingerprint`, one row per record. */
  readonly incoming: string;
};

/**
 * Compares what comes in with what is recorded. Changed records leave for the `_superseded` twins, ready to be promoted again by an undo; the same
 * again becomes a sighting. Leaves temp table `ingest_news(key, known)`: the records to insert, `known` when a version of them left.
 */
export async function makeRoom(warehouse: Warehouse, request: VersionRequest): Promise<Versions> {
  const { table, source, batch } = request;
  const key = ident(recordKey[table]);
  await warehouse.run(sql`create or replace temp table ingest_states as
    select n.${key} as key, k.key is not null as known, coalesce(k.fingerprint = n.fingerprint, false) as same
    from ${ident(request.incoming)} n left join (select ${key} as key, fingerprint from ${ident(table)} where source = ${source}) k on k.key = n.${key}`);
  const counts = await warehouse.row<Versions>(sql`select count(*) filter (not known) as created, count(*) filter (known and not same) as updated,
    count(*) filter (same) as skipped from ingest_states`);
  const { created = 0, updated = 0, skipped = 0 } = counts ?? {};
  if (skipped > 0) await warehouse.run(sql`insert into sightings select ${batch}, ${source}, ${table}, key, null from ingest_states where same`);
  if (updated > 0) for (const each of [{ table }, ...request.alongside]) await supersede(warehouse, each, source);
  await warehouse.run(sql`create or replace temp table ingest_news as select key, known from ingest_states where not same`);
  return { created, updated, skipped };
}

async function supersede(warehouse: Warehouse, { table, where }: VersionRequest['alongside'][number], source: string): Promise<void> {
  const key = ident(recordKey[table]);
  const leaving = sql`source = ${source} and ${key} in (select key from ingest_states where known and not same) and ${where ?? sql`true`}`;
  await warehouse.run(sql`insert into ${ident(`${table}_superseded`)} select * from ${ident(table)} where ${leaving}`);
  await warehouse.run(sql`delete from ${ident(table)} where ${leaving}`);
}
