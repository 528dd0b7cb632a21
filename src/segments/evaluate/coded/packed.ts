import { type Fragment, ident, literal, sql } from '../../../sql/index.ts';

/**
 * Numbers that are added up together. Every fact brings its own columns and those looked up for its code; what is added up of them for
 * each customer holds all the numbers, of which `values` are the parts, in the order in which they were asked for.
 */
export type Packed = {
  /** Columns of the look-up, over a row for each code with its picks. */
  readonly lookedUp: readonly Fragment[];
  /** Columns of the facts. */
  readonly brought: readonly Fragment[];
  /** Aggregations over the facts of a customer. */
  readonly added: readonly Fragment[];
  /** Over a row for each customer. */
  readonly values: readonly Fragment[];
};

/** So many bits hold every whole number up to this one. */
export const bitsFor = (largest: number): number => Math.max(1, largest.toString(2).length);

/** Some of the bits of a sum. */
export const part = (sum: Fragment, from: number, bits: number): Fragment =>
  sql`((cast(${sum} as bigint) >> ${literal(from)}) & ${literal(2n ** BigInt(bits) - 1n)})`;

export const numbered = (name: string, index: number): Fragment => ident(`${name}${index}`);
