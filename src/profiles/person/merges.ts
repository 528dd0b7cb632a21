import { formatInstant, type Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Decision } from '../identity/decisions.ts';

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
  /** Who decided it; null where the data did. */
  readonly merged_by: string | null;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
};

/** The log of merges, newest first; `decisions` tell who took those that people took. */
export async function readMerges(warehouse: Warehouse, decisions: readonly Decision[]): Promise<readonly MergeEntry[]> {
  const rows = await warehouse.rows<Omit<MergeEntry, 'merged_at' | 'undone_at'> & { merged_at: Instant; undone_at: Instant | null }>(
    sql`select merge, batch, survivor, absorbed, namespace, value, merged_at, undone_at from merges order by merge desc`,
  );
  return rows.map((row): MergeEntry => {
    const merged_at = formatInstant(row.merged_at);
    const undone_at = row.undone_at === null ? null : formatInstant(row.undone_at);
    return {
      ...row,
      merged_at,
      merged_by: row.batch === 0 ? whoMerged(row, merged_at, decisions) : null,
      undone_at,
      undone_by: whoUndid(undone_at, decisions),
    };
  });
}

/** The newest word until then that an identifier of the merge goes together with another. */
function whoMerged({ namespace, value }: Pick<MergeEntry, 'namespace' | 'value'>, at: string, decisions: readonly Decision[]): string | null {
  const named = decisions.filter(
    (one) =>
      one.decision === 'together' &&
      one.at <= at &&
      ((one.namespace_a === namespace && one.value_a === value) || (one.namespace_b === namespace && one.value_b === value)),
  );
  return named.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.author ?? null;
}

/** Who takes a merge back says at the same moment that the two are kept apart. */
const whoUndid = (at: string | null, decisions: readonly Decision[]): string | null =>
  decisions.find((one) => one.decision === 'apart' && one.at === at)?.author ?? null;
