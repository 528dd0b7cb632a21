import { type AggregateQuery, fragmentKey } from '../../../language/index.ts';
import { type Fragment, join, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { numbered } from './packed.ts';

/** What one customer has at most, so that it is known how many bits hold it. */
export type Largest = {
  readonly facts: number;
  /** By key of the amount: what no sum of it, signs left out, is beyond. Only of amounts that are all finite and whose sums are exact. */
  readonly amounts: ReadonlyMap<string, { readonly sum: number; readonly negative: boolean }>;
};

/** What can be added up exactly in a double. */
const mostExact = 2 ** 53;

export async function readLargest(warehouse: Warehouse, aggregates: readonly AggregateQuery[], facts: Fragment): Promise<Largest> {
  const amounts = [...amountsOf(aggregates)];
  const ends = join(
    amounts.map(([, amount], index) => sql`, max(${amount}) as ${numbered('largest', index)}, min(${amount}) as ${numbered('least', index)}`),
    '',
  );
  const found = await warehouse.row<Record<string, number | null>>(sql`
    select * from (select max(facts) as facts from (select count(*) as facts from ${facts} group by profile)), (select count(*) as all_facts${ends} from ${facts})`);
  const most = found?.['facts'] ?? 0;
  const sums = amounts.flatMap(([key], index): readonly [string, { readonly sum: number; readonly negative: boolean }][] => {
    const largest = found?.[`largest${index}`] ?? 0;
    const least = found?.[`least${index}`] ?? 0;
    const sum = most * Math.max(Math.abs(largest), Math.abs(least));
    return sum < mostExact ? [[key, { sum, negative: least < 0 }]] : [];
  });
  return { facts: most, amounts: new Map(sums) };
}

function amountsOf(aggregates: readonly AggregateQuery[]): ReadonlyMap<string, Fragment> {
  const amounts = aggregates.flatMap(({ gathers }) => (gathers?.kind === 'sum' || gathers?.kind === 'mean' ? [gathers.amount] : []));
  return new Map(amounts.map((amount) => [fragmentKey(amount), amount]));
}
