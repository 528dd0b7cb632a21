import { sql } from '../../sql/index.ts';
import type { Instant } from '../../core/index.ts';
import { timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What each customer spent up to an instant: orders that count and returns, in the workspace's currency. */
export type Revenue = { readonly of: (profiles: ArrayLike<number>) => number; readonly total: number };

/** Sums are kept in ten-thousandths, so that they are exact and do not depend on order. */
export async function revenueUpTo(warehouse: Warehouse, at: Instant): Promise<Revenue> {
  const spent: number[] = [];
  let total = 0;
  const query = sql`select profile, cast(sum(total) * 10000 as double) as spent from orders where counts and profile is not null and ordered_at <= ${timestamp(at)} group by profile`;
  await warehouse.chunks(query, ([profile, amount], rows) => {
    for (let row = 0; row < rows; row += 1) {
      const value = Number(amount?.values[row] ?? 0);
      spent[Number(profile?.values[row])] = value;
      total += value;
    }
  });
  const of = (profiles: ArrayLike<number>): number => {
    let sum = 0;
    for (let index = 0; index < profiles.length; index += 1) sum += spent[profiles[index] ?? -1] ?? 0;
    return sum / 10_000;
  };
  return { of, total: total / 10_000 };
}
