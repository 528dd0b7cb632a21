import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { observation } from '../record/contacts.ts';
import type { Undone } from './undo-import.ts';

/** Events and traits read off facts are never replaced: they pass to the first other batch that saw them, or go. */
export async function undoAppended(warehouse: Warehouse, batch: number): Promise<Undone> {
  await warehouse.run(sql`create or replace temp table ingest_heirs as
    select source, "table" as kind, content, min(batch) as heir from sightings where content is not null group by all`);
  await warehouse.run(
    sql`update events e set batch = h.heir from ingest_heirs h where e.batch = ${batch} and h.kind = 'events' and h.source = e.source and h.content = e.record`,
  );
  await warehouse.run(
    sql`update traits t set batch = h.heir from ingest_heirs h where t.batch = ${batch} and t.record_id is null and h.kind = 'traits' and h.source = t.source and h.content = ${observation}`,
  );
  await warehouse.run(sql`delete from sightings s where s.content is not null and (s.source, s."table", s.content, s.batch) in (select source, kind, content, heir from ingest_heirs)
    and ((s."table" = 'events' and (s.source, s.content, s.batch) in (select source, record, batch from events)) or s."table" = 'traits')`);
  const gone = await warehouse.row<{ n: number }>(sql`select count(*) as n from events where batch = ${batch}`);
  await warehouse.run(sql`delete from events where batch = ${batch}`);
  await warehouse.run(sql`delete from traits where batch = ${batch}`);
  return { removed: gone?.n ?? 0, restored: 0 };
}
