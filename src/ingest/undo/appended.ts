import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { observation } from '../record/contacts.ts';
import type { Undone } from './undone.ts';

/** Events and traits read off facts are never replaced: they pass to the first other batch that saw them, or go. */
export async function undoAppended(warehouse: Warehouse, batch: number): Promise<Undone> {
  await warehouse.run(sql`create or replace temp table ingest_heirs as
    with mine as (select 'events' as kind, source, record as content from events where batch = ${batch}
      union all select 'traits', source, ${observation} from traits where batch = ${batch} and record_id is null)
    select s.source, s."table" as kind, s.content, min(s.batch) as heir
    from sightings s join mine m on m.kind = s."table" and m.source = s.source and m.content = s.content group by all`);
  const heirs = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_heirs`);
  if ((heirs?.n ?? 0) > 0) await handOver(warehouse, batch);
  const gone = await warehouse.row<{ n: number }>(sql`select count(*) as n from events where batch = ${batch}`);
  await warehouse.run(sql`delete from events where batch = ${batch}`);
  await warehouse.run(sql`delete from traits where batch = ${batch}`);
  return { removed: gone?.n ?? 0, restored: 0 };
}

async function handOver(warehouse: Warehouse, batch: number): Promise<void> {
  await warehouse.run(
    sql`update events e set batch = h.heir from ingest_heirs h where e.batch = ${batch} and h.kind = 'events' and h.source = e.source and h.content = e.record`,
  );
  await warehouse.run(sql`update traits t set batch = h.heir from ingest_heirs h
    where t.batch = ${batch} and t.record_id is null and h.kind = 'traits' and h.source = t.source and h.content = ${observation}`);
  await warehouse.run(sql`delete from sightings where (source, "table", content, batch) in (select source, kind, content, heir from ingest_heirs)`);
}
