import { type Fragment, join, literal, sql } from '../../../sql/index.ts';
import { batches } from '../travelling-sets.ts';
import { bitsFor, numbered, type Packed, part } from './packed.ts';

/** A double adds up whole numbers of so many bits exactly. */
const bitsOfDouble = 53;

/** How many facts of each pick a customer has. Doubles, because the engine adds them up quicker than integers, whose overflow it watches. */
export function packCounts(picks: readonly Fragment[], mostFacts: number): Packed {
  const bits = bitsFor(mostFacts);
  const each = Math.max(1, Math.floor(bitsOfDouble / bits));
  const columns = batches(picks, each).map((some) =>
    join(
      some.map((pick, at) => sql`case when ${pick} then ${literal(2n ** BigInt(at * bits))} else 0 end`),
      ' + ',
    ),
  );
  return {
    lookedUp: columns.map((column, index) => sql`cast(${column} as double) as ${numbered('k', index)}`),
    brought: [],
    added: columns.map((_, index) => sql`sum(${numbered('k', index)}) as ${numbered('k', index)}`),
    values: picks.map((_, index) => part(numbered('k', Math.floor(index / each)), (index % each) * bits, bits)),
  };
}
