import { type Fragment, ident, sql } from '../../sql/index.ts';
import { recordKey, type Warehouse } from '../../warehouse/index.ts';
import type { Undone } from './undone.ts';

type Master = 'orders' | 'customers' | 'products' | 'feedback' | 'items';

/** Tables whose rows are part of a record and carry the batch of its version. */
const parts: Readonly<Record<Master, 'items' | 'traits' | undefined>> = {
  orders: 'items',
  customers: 'traits',
  products: undefined,
  feedback: 'traits',
  items: undefined,
};

/** One kind of record: versions of the batch pass to the batch that saw them again, or go; where one went that stood, the newest before it stands again. */
export async function undoVersions(warehouse: Warehouse, table: Master, batch: number): Promise<Undone> {
  const found = await warehouse.row<{ standing: number; past: number }>(sql`select (select count(*) from ${ident(table)} where batch = ${batch}) as standing,
    (select count(*) from ${ident(`${table}_superseded`)} where batch = ${batch}) as past`);
  const standing = found?.standing ?? 0;
  if (standing + (found?.past ?? 0) === 0) return { removed: 0, restored: 0 };
  const inherited = await passOn(warehouse, table, batch);
  const part = parts[table];
  if (table === 'customers') await warehouse.run(touchedBy(batch));
  for (const each of part === undefined ? [table] : [table, part])
    await warehouse.run(sql`delete from ${ident(`${each}_superseded`)} where batch = ${batch} ${ownRows(table, each)}`);
  const key = ident(recordKey[table]);
  await warehouse.run(sql`create or replace temp table ingest_gone as select source, ${key} as key from ${ident(table)} where batch = ${batch}`);
  for (const each of part === undefined ? [table] : [table, part])
    await warehouse.run(sql`delete from ${ident(each)} where batch = ${batch} ${ownRows(table, each)}`);
  const restored = await bringBack(warehouse, table);
  if (table === 'customers') await settleTraits(warehouse);
  return { removed: standing - inherited - restored, restored };
}

/** Customers with a version of the batch, standing or not: what it said of a trait may stand although later versions came. */
const touchedBy = (batch: number): Fragment => sql`create or replace temp table ingest_touched as
  select source, record_id from customers where batch = ${batch} union select source, record_id from customers_superseded where batch = ${batch}`;

/** Of each trait of a touched customer the newest version whose file had a column for it stands again. */
async function settleTraits(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`create or replace temp table ingest_deciding as
    with versions as (select v.* from (select source, record_id, batch from customers union all select source, record_id, batch from customers_superseded) v
        semi join ingest_touched t on t.source = v.source and t.record_id = v.record_id),
      names as (select distinct s.source, s.record_id, s.name from traits_superseded s semi join ingest_touched t on t.source = s.source and t.record_id = s.record_id)
    select n.source, n.record_id, n.name, max(v.batch) as batch from names n join versions v on v.source = n.source and v.record_id = n.record_id
    where (v.batch, n.name) in (select batch, name from batch_traits) or v.batch not in (select batch from batch_traits) group by all`);
  const back = sql`(source, record_id, name, batch) in (select source, record_id, name, batch from ingest_deciding)`;
  await warehouse.run(sql`insert into traits select * from traits_superseded where ${back}`);
  await warehouse.run(sql`delete from traits_superseded where ${back}`);
}

/** Traits belong to customers and to feedback alike; each kind takes its own. Traits read off facts are nobody's version. */
const ownRows = (table: Master, each: string): Fragment =>
  each === 'traits'
    ? sql`and record_id is not null and (source, record_id) in (select source, record_id from ${ident(table)} where true union all select source, record_id from ${ident(`${table}_superseded`)})`
    : sql``;

/** `ingest_heirs`: versions of the batch that a later batch saw again before they changed. Returns how many of them stand. */
export async function passOn(warehouse: Warehouse, table: Master, batch: number): Promise<number> {
  const key = ident(recordKey[table]);
  const twin = ident(`${table}_superseded`);
  await warehouse.run(sql`create or replace temp table ingest_heirs as
    with mine as (select source, ${key} as key, true as standing from ${ident(table)} where batch = ${batch} union all select source, ${key}, false from ${twin} where batch = ${batch}),
      later as (select source, key, min(batch) as next from (select source, ${key} as key, batch from ${ident(table)} where batch > ${batch} union all select source, ${key}, batch from ${twin} where batch > ${batch}) group by all)
    select m.source, m.key, any_value(m.standing) as standing, min(s.batch) as heir from mine m
      join sightings s on s."table" = ${table} and s.source = m.source and s.record = m.key and s.batch > ${batch}
      left join later l on l.source = m.source and l.key = m.key where l.next is null or s.batch < l.next group by m.source, m.key`);
  const heirs = await warehouse.row<{ all: number; standing: number }>(sql`select count(*) as "all", count(*) filter (standing) as standing from ingest_heirs`);
  if ((heirs?.all ?? 0) === 0) return 0;
  const part = parts[table];
  for (const each of part === undefined ? [table] : [table, part]) {
    for (const name of [each, `${each}_superseded`]) await handOver(warehouse, name, ident(recordKey[each]), batch);
  }
  await warehouse.run(
    sql`delete from sightings s where s."table" = ${table} and (s.source, s.record, s.batch) in (select source, key, heir from ingest_heirs)`,
  );
  return heirs?.standing ?? 0;
}

async function handOver(warehouse: Warehouse, name: string, key: Fragment, batch: number): Promise<void> {
  await warehouse.run(
    sql`update ${ident(name)} t set batch = h.heir from ingest_heirs h where t.batch = ${batch} and t.source = h.source and t.${key} = h.key`,
  );
  if (name.startsWith('customers') || name.startsWith('traits')) {
    // Observed when it was imported, unless the source said when: then the heir's import is what observed it.
    await warehouse.run(sql`update ${ident(name)} t set observed_at = n.committed_at from ingest_heirs h, batches n, batches o
      where n.batch = h.heir and o.batch = ${batch} and t.batch = h.heir and t.source = h.source and t.${key} = h.key and t.observed_at = o.committed_at`);
  }
}

/** The newest earlier version of each record in `ingest_gone` comes back. Lines of orders are settled on their own (see items.ts). */
export async function bringBack(warehouse: Warehouse, table: Master): Promise<number> {
  const key = ident(recordKey[table]);
  const twin = ident(`${table}_superseded`);
  await warehouse.run(sql`create or replace temp table ingest_back as
    select v.source, v.${key} as key, max(v.batch) as batch from ${twin} v semi join ingest_gone g on g.source = v.source and g.key = v.${key} group by v.source, v.${key}`);
  const count = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_back`);
  if ((count?.n ?? 0) === 0) return 0;
  // What stands of a customer's traits is settled by all of its versions.
  const moving = table === 'feedback' ? ([table, 'traits'] as const) : ([table] as const);
  for (const each of moving) {
    const own = ident(recordKey[each]);
    const back = sql`(source, ${own}, batch) in (select source, key, batch from ingest_back)`;
    await warehouse.run(sql`insert into ${ident(each)} select * from ${ident(`${each}_superseded`)} where ${back}`);
    await warehouse.run(sql`delete from ${ident(`${each}_superseded`)} where ${back}`);
  }
  return count?.n ?? 0;
}
