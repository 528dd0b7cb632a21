import { type Fragment, sql } from '../../sql/index.ts';
import type { ProfileSet } from './profile-set.ts';

/**
 * Sets of profiles leave the engine as one string of bits each: a hundred thousand rows would take longer to hand over than most
 * conditions take to compute. Rows whose profile lies beyond the largest must have been left out.
 */
export function setColumn(profile: Fragment, largest: number, test?: Fragment): Fragment {
  // No `filter (where …)`: see `keyed`.
  const among = test === undefined ? profile : sql`case when ${test} then ${profile} end`;
  return sql`cast(bitstring_agg(${among}, 0, ${literal(Math.max(fewestWords, wordsFor(largest)) * 32 - 1)}) as blob)`;
}

/** Only profiles that a set of this size can hold. */
export const inRange = (profile: Fragment, largest: number): Fragment => sql`${profile} between 0 and ${largest}`;

/** What `setColumn` gave: null where no row passed. In each byte the engine's first bit is the highest. */
export function arrivedSet(value: unknown, largest: number): ProfileSet {
  const words = new Uint32Array(wordsFor(largest));
  if (!(value instanceof Uint8Array)) return { words };
  for (let index = 0; index < words.length; index += 1) {
    const at = index * 4;
    words[index] =
      (turned[value[at] ?? 0] ?? 0) |
      ((turned[value[at + 1] ?? 0] ?? 0) << 8) |
      ((turned[value[at + 2] ?? 0] ?? 0) << 16) |
      ((turned[value[at + 3] ?? 0] ?? 0) << 24);
  }
  return { words };
}

/** So many sets of this size may be asked for at once: each takes its bits in every thread. */
export const setsAtOnce = (largest: number): number => Math.max(1, Math.min(300, Math.floor((64 * 2 ** 20) / (wordsFor(largest) * 4))));

/** Small sets are all of one size, so that what asks for them is the same text. */
const fewestWords = 8;

const wordsFor = (largest: number): number => (largest >>> 5) + 1;

/** The engine wants the size of the string as a constant, not as a parameter. */
const literal = (whole: number): Fragment => ({ kind: 'fragment', parts: [{ kind: 'text', text: String(Math.trunc(whole)) }] });

/** Each byte with its bits in the other order. */
const turned: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  let other = 0;
  for (let bit = 0; bit < 8; bit += 1) if (((byte >>> bit) & 1) === 1) other |= 128 >>> bit;
  return other;
});

export function batches<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += length) found.push(all.slice(at, at + length));
  return found;
}
