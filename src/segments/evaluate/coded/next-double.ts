import type { Limit } from '../../../language/index.ts';

/**
 * The least numbers beyond each limit, in order: a number lies beyond so many limits as it is not below. Undefined where a limit has no number beyond it that can be named.
 */
export function starts(limits: readonly Limit[]): readonly number[] | undefined {
  if (limits.some(({ at }) => !Number.isFinite(at))) return undefined;
  return [...new Set(limits.map(({ at, above }) => (above ? nextDouble(at) : at)))].toSorted((a, b) => a - b);
}

/** The least double that is larger: the bits of positive doubles are in the order of their values, those of negative ones in the opposite. */
export function nextDouble(number: number): number {
  if (number === 0) return Number.MIN_VALUE;
  const value = new Float64Array([number]);
  const bits = new BigInt64Array(value.buffer);
  bits[0] = (bits[0] ?? 0n) + 1n * (number > 0 ? 1n : -1n);
  return value[0] ?? number;
}
