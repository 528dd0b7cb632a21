import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * Lets go of rows that were taken out. The engine lays down on disk by itself what is committed, but leaves such rows where they are while anybody reads, and while data
 * streams in somebody always does: those of the queue and of features that were made anew piled up, in memory, in the file, and before whoever looks through them.
 * For whoever has the turn among the writers, when the queue is empty. False where somebody read meanwhile, so that they are still there.
 */
export async function letGoOfRows(warehouse: Warehouse): Promise<boolean> {
  await warehouse.run(sql`checkpoint`);
  const queue = await warehouse.row<{ lying: number; waiting: number }>(
    sql`select estimated_size as lying, (select count(*) from live_queue) as waiting from duckdb_tables() where database_name = current_database() and table_name = 'live_queue'`,
  );
  return queue === undefined || queue.lying <= queue.waiting;
}
