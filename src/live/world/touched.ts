import type { Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A profile that is looked at, and when the first of what has come about it happened, where that is known. */
export type Touched = { readonly profile: number; readonly since: Instant | null };

/** Temp table `touched(profile, place, since)`: who lives in the small world, by their places, which fit into a byte for few. */
export async function stageTouched(small: Warehouse, size: 'few' | 'many', touched: readonly Touched[]): Promise<void> {
  const rows = `[${touched.map(({ profile, since }, place) => `{"n":${profile},"p":${place},"s":${since}}`).join()}]`;
  const placeType = size === 'few' ? sql`UTINYINT` : sql`INTEGER`;
  await small.stage(
    'touched',
    sql`select n as profile, p::${placeType} as place, make_timestamp(s) as since
      from (select unnest(from_json(${rows}::JSON, '[{"n":"INTEGER","p":"INTEGER","s":"BIGINT"}]'), recursive := true))`,
  );
}
