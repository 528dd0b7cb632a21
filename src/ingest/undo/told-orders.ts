import { instant } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Identity, IngestContext, Job } from '../context.ts';
import { liveBatch } from '../live/live-batch.ts';
import { nothingStaged } from '../live/record-live.ts';
import { recordFolded } from '../told/record-folded.ts';
import { bringBackItems } from './items.ts';
import { bringBack } from './versions.ts';

/** A batch that told more of orders of which the undone one told, too. */
type Later = { readonly batch: number; readonly source: string };

/**
 * An order is what all states that were ever told of it say, so what later batches made of it holds the undone states. Those versions go, as if the later
 * batches had not come yet; `foldAgain` makes them anew once everything else is taken back. Leaves temp table `ingest_retold(source, order_id, batch)`.
 */
export async function takeBackStates(warehouse: Warehouse, batch: number): Promise<readonly Later[]> {
  // What an earlier batch told as well, or the very next one again, is not lost with this one.
  await warehouse.run(sql`create or replace temp table ingest_retold as
    with mine as (select source, order_id, record_key from live_orders where batch = ${batch}),
      later as (select l.source, l.order_id, l.batch from live_orders l semi join mine m on m.source = l.source and m.order_id = l.order_id
        where l.batch > ${batch} or l.batch = ${liveBatch} group by all),
      next as (select source, order_id, coalesce(min(batch) filter (batch > ${batch}), ${liveBatch}) as batch from later group by source, order_id),
      lost as (select m.source, m.order_id from mine m join next n on n.source = m.source and n.order_id = m.order_id
        anti join (select * from live_orders where batch <> ${batch}) l on l.source = m.source and l.order_id = m.order_id and l.record_key = m.record_key
          and (l.batch < ${batch} or l.batch = n.batch))
    select l.* from later l semi join lost o on o.source = l.source and o.order_id = l.order_id`);
  await warehouse.run(sql`delete from live_orders where batch = ${batch}`);
  // Live states are folded in whenever they came: they are the last.
  const later = await warehouse.rows<Later>(sql`select distinct batch, source from ingest_retold order by batch = ${liveBatch}, batch, source`);
  if (later.length === 0) return later;
  for (const name of ['orders', 'orders_superseded', 'items', 'items_superseded'])
    await warehouse.run(sql`delete from ${ident(name)} where (source, order_id, batch) in (select source, order_id, batch from ingest_retold)`);
  await warehouse.run(sql`delete from sightings where "table" = 'orders' and (source, record, batch) in (select source, order_id, batch from ingest_retold)`);
  await warehouse.run(sql`create or replace temp table ingest_gone as select distinct source, order_id as key from ingest_retold r
    anti join orders o on o.source = r.source and o.order_id = r.order_id`);
  await bringBack(warehouse, 'orders');
  await bringBackItems(warehouse);
  return later;
}

/** What the later batches told, without what was undone. */
export async function foldAgain(context: IngestContext, identity: Identity, later: readonly Later[]): Promise<void> {
  const { warehouse } = context;
  if (later.length === 0) return;
  await warehouse.run(sql`create or replace temp table ingest_folding as from ingest_retold`);
  for (const { batch, source } of later) {
    const known = await warehouse.row<{ at: number; id: string }>(
      sql`select committed_at as "at", import_id as id from batches where batch = ${batch} and source = ${source} limit 1`,
    );
    const job: Job = {
      context,
      staged: nothingStaged,
      mapping: { version: 1, preset: 'told', kind: 'orders', source, columns: [], options: {} },
      at: instant(known?.at ?? context.effects.now()),
      run: { importId: known?.id ?? 'live', batch, dryRun: false, rejectsFile: null },
    };
    await recordFolded(job, identity, sql`select distinct order_id from ingest_folding where batch = ${batch} and source = ${source}`);
  }
}
