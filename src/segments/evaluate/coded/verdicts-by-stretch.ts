import { type AggregateLeaf, fragmentKey } from '../../../language/index.ts';
import { type Fragment, ident, join, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { double } from './columns.ts';
import type { Judged } from './judging-code.ts';
import { starts } from './next-double.ts';

export type Stretches = Pick<Judged, 'starts' | 'holds' | 'holdsUnknown'>;

/**
 * Asks each condition of one number of every stretch between its limits, by its own SQL, and of a number that is unknown; what several ask alike, once. By key of the leaf, for those of numbers.
 */
export async function verdictsByStretch(warehouse: Warehouse, leaves: readonly AggregateLeaf[]): Promise<ReadonlyMap<string, Stretches>> {
  const byTest = Map.groupBy(leaves, ({ test }) => fragmentKey(test(sql`v`)));
  const asked = [...byTest.values()].flatMap((alike) => {
    const from = alike[0]?.limits === undefined ? undefined : starts(alike[0].limits);
    return from === undefined ? [] : [{ alike, from }];
  });
  if (asked.length === 0) return new Map();
  const name = (index: number, stretch: number): string => `v${index}_${stretch}`;
  const verdicts = asked.flatMap(({ alike: [leaf], from }, index) =>
    [null, Number.NEGATIVE_INFINITY, ...from].map(
      (number, stretch): Fragment => sql`${leaf?.test(double(number)) ?? sql`false`} as ${ident(name(index, stretch))}`,
    ),
  );
  const found = await warehouse.row(sql`select ${join(verdicts)}`);
  return new Map(
    asked.flatMap(({ alike, from }, index) => {
      const holds = [Number.NEGATIVE_INFINITY, ...from].map((_, stretch) => found?.[name(index, stretch + 1)] === true);
      const stretches = { starts: from, holds, holdsUnknown: found?.[name(index, 0)] === true };
      return alike.map(({ key }): [string, Stretches] => [key, stretches]);
    }),
  );
}
