import type { Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { fromBitmap } from './bitmap.ts';

/** A segment's newest evaluation without its members; hidden conditions are left out. */
export type StoredSegment = {
  readonly slug: string;
  readonly version: number;
  readonly lists_version: number;
  readonly as_of: Instant;
  readonly evaluated_at: Instant;
  readonly next_change: Instant | null;
  /** `failed`: the members are those of the last evaluation that worked. */
  readonly status: 'ok' | 'failed';
  readonly reason: string | null;
  readonly members: number;
  /** Sum of what members spent, and its share of what all customers spent (0 to 1). */
  readonly revenue: number;
  readonly revenue_share: number;
};

export async function storedSegments(warehouse: Warehouse, slug?: string): Promise<readonly StoredSegment[]> {
  const only = slug === undefined ? sql`where not starts_with(segment, '~')` : sql`where segment = ${slug}`;
  return warehouse.rows<StoredSegment>(sql`
    with known as (select coalesce(sum(total), 0) as spent from orders where counts and profile is not null)
    select segment as slug, version, coalesce(lists_version, 0) as lists_version, as_of, evaluated_at, next_change, status, reason, members, cast(revenue as double) as revenue,
      coalesce(cast(revenue as double) / nullif((select cast(spent as double) from known), 0), 0) as revenue_share
    from members ${only} order by segment`);
}

/** Profile numbers of a segment's members in order, undefined when it was never evaluated. */
export async function membersOf(warehouse: Warehouse, slug: string): Promise<Uint32Array | undefined> {
  const row = await warehouse.row<{ bitmap: Uint8Array | null }>(sql`select bitmap from members where segment = ${slug}`);
  return row === undefined ? undefined : row.bitmap === null ? new Uint32Array() : fromBitmap(row.bitmap);
}

/** Forgets what was evaluated for a segment: its members, its log and its sizes. */
export async function forgetSegment(warehouse: Warehouse, slug: string): Promise<void> {
  await warehouse.run(sql`delete from members where segment = ${slug}`);
  await warehouse.run(sql`delete from membership_changes where segment = ${slug}`);
  await warehouse.run(sql`delete from segment_sizes where segment = ${slug}`);
}
