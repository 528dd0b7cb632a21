import { fragmentKey } from '../../../language/index.ts';
import { type Fragment, literal, sql } from '../../../sql/index.ts';
import { batches } from '../travelling-sets.ts';
import type { Largest } from './largest.ts';
import { bitsFor, numbered, type Packed, part } from './packed.ts';

/** What is added up of an amount: over the facts of a pick. */
export type Sum = { readonly amount: Fragment; readonly pick: Fragment };

/** An integer holds so many bits beside its sign. */
const bitsOfInteger = 62;

/**
 * Each fact brings its amount twice, one beside the other, and the mask of its code leaves of either what is picked. Amounts of which some
 * are negative or large stand alone.
 */
export function packSums(sums: readonly Sum[], largest: Largest): Packed {
  const byAmount = [...Map.groupBy(sums, ({ amount }) => fragmentKey(amount))];
  const amounts = byAmount.map(([key, [first]]) => {
    const { sum = 0, negative = false } = largest.amounts.get(key) ?? {};
    const bits = bitsFor(sum);
    return { key, amount: first?.amount ?? sql`0`, bits, pairs: !negative && bits * 2 <= bitsOfInteger };
  });
  const columns = amounts.flatMap(({ key, bits, pairs }, index) =>
    batches(byAmount[index]?.[1] ?? [], pairs ? 2 : 1).map((some) => ({ key, some, bits, pairs, brought: numbered('x', index) })),
  );
  const values = new Map(
    columns.flatMap(({ some, bits, pairs }, index) =>
      some.map((sum, at): [Sum, Fragment] => [sum, sql`coalesce(${pairs ? part(numbered('s', index), at * bits, bits) : numbered('s', index)}, 0)`]),
    ),
  );
  return {
    lookedUp: columns.map(({ some, bits, pairs }, index) => sql`${mask(some, bits, pairs)} as ${numbered('m', index)}`),
    brought: amounts.map(({ amount, bits, pairs }, index) => sql`${twice(amount, bits, pairs)} as ${numbered('x', index)}`),
    added: columns.map(({ brought }, index) => sql`sum(${brought} & ${numbered('m', index)}) as ${numbered('s', index)}`),
    values: sums.map((sum) => values.get(sum) ?? sql`0`),
  };
}

const twice = (amount: Fragment, bits: number, pairs: boolean): Fragment => sql`cast(${amount} as bigint) * ${literal(pairs ? 1n + 2n ** BigInt(bits) : 1n)}`;

function mask(some: readonly Sum[], bits: number, pairs: boolean): Fragment {
  const whole = 2n ** BigInt(bits) - 1n;
  const parts = some.map(({ pick }, at) => sql`case when ${pick} then ${literal(pairs ? whole * 2n ** BigInt(at * bits) : -1n)} else 0 end`);
  const [first = sql`0`, second] = parts;
  return second === undefined ? sql`cast(${first} as bigint)` : sql`cast(${first} as bigint) | cast(${second} as bigint)`;
}
