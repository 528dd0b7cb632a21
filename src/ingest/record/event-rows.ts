import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { column, fingerprint, has } from './fields.ts';
import type { IdentityColumns } from './people.ts';

/**
 * Temp view `ingest_events`: accepted rows with `record` (127-bit MD5 of the event's id, or of the row's content with an occurrence number among identical
 * rows) and identity columns `k0` …. Rows whose id stands in the file already are left out; their number is returned.
 */
export async function gatherEvents(warehouse: Warehouse, checked: Checked, columns: IdentityColumns): Promise<{ readonly repeatedIds: number }> {
  const hasId = has(checked, 'event_id');
  const own = hasId ? fingerprint([column(checked, 'event_id', 'VARCHAR')]) : sql`c.content`;
  const repeats = await findRepeats(warehouse, hasId ? column(checked, 'event_id', 'VARCHAR') : sql`c.content`, hasId);
  const record = repeats > 0 && !hasId ? sql`coalesce(d.record, ${own})` : own;
  const keys = columns.map((one) => sql`${column(checked, one.field, 'VARCHAR')} as ${ident(one.column)}`);
  await warehouse.run(sql`create or replace temp view ingest_events as select ${join([sql`c.*`, ...keys, sql`${record} as record`])}
    from ingest_checked c ${repeats > 0 ? sql`left join ingest_repeats d on d.line = c.line` : sql``}
    where c.reject is null ${repeats > 0 && hasId ? sql`and d.line is null` : sql``}`);
  return { repeatedIds: hasId ? repeats : 0 };
}

/** `ingest_repeats(line, record)`: the second and further rows that share a key. Only keys that stand more than once are numbered. */
async function findRepeats(warehouse: Warehouse, key: Fragment, hasId: boolean): Promise<number> {
  if (hasId && (await isAscending(warehouse, key))) return 0;
  // As many hashes as rows: no two keys are the same.
  const hashes = await warehouse.row<{ same: number }>(sql`select count(*) - count(distinct hash(${key})) as same from ingest_checked c where reject is null`);
  if (hashes?.same === 0) return 0;
  await warehouse.run(
    sql`create or replace temp table ingest_repeated_keys as select ${key} as key from ingest_checked c where reject is null group by 1 having count(*) > 1`,
  );
  await warehouse.run(sql`create or replace temp table ingest_repeats as
    select line, ${hasId ? sql`null` : sql`xor(key, ${fingerprint([sql`nth`])})`} as record from (
      select c.line, r.key, row_number() over (partition by r.key order by c.line) as nth from ingest_checked c join ingest_repeated_keys r on r.key = ${key} where c.reject is null) where nth > 1`);
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_repeats`);
  return found?.n ?? 0;
}

/** Whether each row's key is greater than the one before it, as where a system counts its events: then no key stands twice, at a twentieth of the price. */
async function isAscending(warehouse: Warehouse, key: Fragment): Promise<boolean> {
  const found = await warehouse.row<{ ascending: boolean | null }>(sql`select bool_and(coalesce(key > before, false)) as ascending
    from (select key, lag(key, 1, '') over () as before from (select ${key} as key from ingest_checked c where reject is null))`);
  return found?.ascending === true;
}

/** `ingest_known_events(record)`: what an earlier batch of the source brought already; each becomes a sighting. Returns how many. */
export async function skipKnownEvents(warehouse: Warehouse, { batch, source }: { readonly batch: number; readonly source: string }): Promise<number> {
  const any = await warehouse.row<{ n: number }>(sql`select count(*) as n from (select 1 from events where source = ${source} limit 1)`);
  if ((any?.n ?? 0) === 0) return 0;
  await warehouse.run(
    sql`create or replace temp table ingest_known_events as select e.record from ingest_events e semi join (select record from events where source = ${source}) k on k.record = e.record`,
  );
  await warehouse.run(sql`insert into sightings select ${batch}, ${source}, 'events', null, record from ingest_known_events`);
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_known_events`);
  return found?.n ?? 0;
}
