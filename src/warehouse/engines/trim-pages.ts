import type { DuckDBInstance } from '@duckdb/node-api';

const megabyte = 2 ** 20;

/**
 * Lets go of pages of the file that the engine holds in memory beyond so many bytes, those first that were not read for longest. It has no word for that (DuckDB 1.5.6): whatever is read or written
 * stays until its bound is reached, however large that is. But it lets go of pages before anything else when its bound is lowered, so the bound is put where that many too many are above it,
 * and back. Only while nothing runs: a statement that just then needs much would be refused it.
 */
export async function trimPages(instance: DuckDBInstance, keep: number, bound: string | undefined): Promise<void> {
  // One of its own: any other may be in the midst of a transaction.
  const connection = await instance.connect();
  try {
    const taken = (await connection.runAndReadAll('select tag, memory_usage_bytes::double as bytes from duckdb_memory()')).getRowObjects();
    const bytes = (rows: typeof taken): number => rows.reduce((sum, row) => sum + Number(row['bytes']), 0);
    const tooMany = bytes(taken.filter((row) => row['tag'] === 'BASE_TABLE')) - keep;
    if (tooMany <= 0) return;
    const lower = Math.max(1, Math.floor((bytes(taken) - tooMany) / megabyte));
    try {
      await connection.run(`set memory_limit = '${lower}MiB'`);
    } catch {
      // Pages that something holds on to stay, until the next time.
    } finally {
      await connection.run(bound === undefined ? 'reset memory_limit' : `set memory_limit = '${bound}'`);
    }
  } finally {
    connection.closeSync();
  }
}
