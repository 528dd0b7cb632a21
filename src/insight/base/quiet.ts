import { sql } from '../../sql/index.ts';
import type { InsightContext } from './context.ts';

const fewest = 30;
const usual = 90;
const shortest = 14;

/**
 * After how many days without an order a customer has gone quiet here: four in five of those who came back usually do so sooner. Read off each
 * customer's own median gap (gaps under a day left out), rounded up to whole weeks, at least two; 90 days where fewer than 30 came back.
 */
export async function quietAfter({ warehouse, features }: Pick<InsightContext, 'warehouse' | 'features'>): Promise<number> {
  const row = await warehouse.row<{ people: number; gap: number | null }>(sql`
    select count(*)::INTEGER as people, quantile_cont(median_days_between_orders, 0.8) as gap from ${features} where median_days_between_orders >= 1`);
  if (row === undefined || row.gap === null || row.people < fewest) return usual;
  return Math.max(shortest, Math.ceil(row.gap / 7) * 7);
}
