import { formatInstant, type Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** One fusion of two profiles: why, when, and whether it was taken back. `batch` 0 is a person's decision. */
export type MergeEntry = {
  readonly merge: number;
  readonly batch: number;
  readonly survivor: number;
  readonly absorbed: number;
  /** The identifier that brought them together. */
  readonly namespace: string | null;
  readonly value: string | null;
  readonly merged_at: string;
  readonly undone_at: string | null;
};

/** The log of merges, newest first. */
export async function readMerges(warehouse: Warehouse): Promise<readonly MergeEntry[]> {
  const rows = await warehouse.rows<Omit<MergeEntry, 'merged_at' | 'undone_at'> & { merged_at: Instant; undone_at: Instant | null }>(
    sql`select merge, batch, survivor, absorbed, namespace, value, merged_at, undone_at from merges order by merge desc`,
  );
  return rows.map((row) => ({ ...row, merged_at: formatInstant(row.merged_at), undone_at: row.undone_at === null ? null : formatInstant(row.undone_at) }));
}
