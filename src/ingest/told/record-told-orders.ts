import { sql } from '../../sql/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';
import { keepStates } from './keep-states.ts';
import { type FoldedOrders, noOrders, recordFolded } from './record-folded.ts';

/**
 * Events that tell of orders → their states, kept → orders and lines, folded from everything that was ever told of them. A file is a stream of messages that is
 * read at once: what it says is what the same messages would have said live. Takes `ingest_checked` for itself; ask the rows of the file what they are before.
 */
export async function recordToldOrders(job: Job, identity: Identity, checked: Checked): Promise<FoldedOrders> {
  if (job.mapping.options.ordersFromEvents !== true || job.mapping.kind !== 'events') return noOrders;
  const { states, warnings } = await keepStates(job, checked);
  if (states === 0) return { ...noOrders, warnings };
  const { batch } = job.run;
  const { source, options } = job.mapping;
  const { currency } = options;
  const orders: Job = { ...job, mapping: { ...job.mapping, kind: 'orders', columns: [], options: currency === undefined ? {} : { currency } } };
  const folded = await recordFolded(orders, identity, sql`select distinct order_id from live_orders where batch = ${batch} and source = ${source}`);
  return { ...folded, warnings };
}
