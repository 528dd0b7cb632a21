import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type ProfileSet, range, setOf, size } from './profile-set.ts';
import { arrivedSet, inRange, setColumn } from './travelling-sets.ts';

/** All profiles there are: what `not` is relative to, and what shares are shares of. */
export type Universe = { readonly all: ProfileSet; readonly largest: number; readonly count: number };

/** Profile numbers are unique and mostly without gaps; where there are none, their ends say everything. */
export async function readUniverse(warehouse: Warehouse): Promise<Universe> {
  const row = await warehouse.row<{ count: number; least: number | null; largest: number | null }>(
    sql`select count(*) as count, min(profile) as least, max(profile) as largest from profiles`,
  );
  const { count = 0, least, largest } = row ?? {};
  if (typeof least !== 'number' || typeof largest !== 'number') return universeOf([]);
  if (count === largest - least + 1) return { all: range(least, largest), largest, count };
  const found = await warehouse.row(sql`select ${setColumn(sql`profile`, largest)} as "all" from profiles where ${inRange(sql`profile`, largest)}`);
  const all = arrivedSet(found?.['all'], largest);
  return { all, largest, count: size(all) };
}

export function universeOf(profiles: ArrayLike<number>): Universe {
  let largest = 0;
  for (let index = 0; index < profiles.length; index += 1) largest = Math.max(largest, profiles[index] ?? 0);
  const all = setOf(profiles, largest);
  return { all, largest, count: size(all) };
}
