import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type ProfileSet, setOf, size } from './profile-set.ts';

/** All profiles there are: what `not` is relative to, and what shares are shares of. */
export type Universe = { readonly all: ProfileSet; readonly largest: number; readonly count: number };

export async function readUniverse(warehouse: Warehouse): Promise<Universe> {
  return universeOf(await warehouse.integers(sql`select profile from profiles`));
}

export function universeOf(profiles: ArrayLike<number>): Universe {
  let largest = 0;
  for (let index = 0; index < profiles.length; index += 1) largest = Math.max(largest, profiles[index] ?? 0);
  const all = setOf(profiles, largest);
  return { all, largest, count: size(all) };
}
