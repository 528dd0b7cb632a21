import { type Fragment, join, sql } from '../../sql/index.ts';
import type { Column } from '../../warehouse/index.ts';
import { add, type ProfileSet } from './profile-set.ts';

/** Verdicts travel from the engine as bits of an INTEGER, which arrives as a typed array. */
export const bitsPerColumn = 30;

export const packed = (tests: readonly Fragment[]): Fragment =>
  sql`cast(${join(
    tests.map((test, bit) => sql`(case when ${test} then ${1 << bit} else 0 end)`),
    ' + ',
  )} as integer)`;

/** Adds each row's profile to the sets whose bit is set. */
export function unpack(profiles: ArrayLike<unknown>, bits: Column | undefined, rows: number, sets: readonly ProfileSet[]): void {
  if (bits === undefined) return;
  for (let row = 0; row < rows; row += 1) {
    let left = Number(bits.values[row]);
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      left &= left - 1;
      const set = sets[bit];
      if (set !== undefined) add(set, Number(profiles[row]));
    }
  }
}

export function batches<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += length) found.push(all.slice(at, at + length));
  return found;
}
