import type { Instant, Workspace } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { gapFeatures } from './orders.ts';
import { momentAt } from './moment.ts';

/** Day limits for the lifecycle, read off the shop's own gaps between orders. */
export type LifecycleSuggestion = {
  /** Without an order for longer: at risk, churned. */
  readonly atRiskDays: number;
  readonly churnedDays: number;
  /** A first order within: new. Two orders within: active. */
  readonly newDays: number;
  readonly activeDays: number;
  /** Customers with a second order, and the quantiles (days) of their own median gaps that the limits come from. */
  readonly customers: number;
  readonly quantiles: { readonly q50: number; readonly q80: number; readonly q95: number };
  /** False when there are too few repeat customers to say: the limits are then the defaults. */
  readonly enough: boolean;
};

const fewest = 30;
const defaults = { atRiskDays: 90, churnedDays: 180, newDays: 30, activeDays: 90 } as const;

/**
 * Each customer who ordered again counts once, by their median gap (days between one order and the next, same-day orders
 * left out), so that a few who order daily do not set the pace for all. At risk after the gap that 80% of them stay under; churned
 * after the one that 95% do, and at least twice the first; new for half the median gap, active within twice it. Rounded up to
 * whole weeks, since shops live by weeks.
 */
export async function suggestLifecycle(warehouse: Warehouse, asOf: Instant, workspace: Workspace): Promise<LifecycleSuggestion> {
  const row = await warehouse.row<{ n: number; q50: number | null; q80: number | null; q95: number | null }>(sql`
    select count(*) as n, quantile_cont(gap, 0.5) as q50, quantile_cont(gap, 0.8) as q80, quantile_cont(gap, 0.95) as q95
    from (select median_days_between_orders as gap from (${gapFeatures(momentAt(asOf, workspace), 1)}))`);
  const quantiles = { q50: row?.q50 ?? 0, q80: row?.q80 ?? 0, q95: row?.q95 ?? 0 };
  const customers = row?.n ?? 0;
  if (customers < fewest) return { ...defaults, customers, quantiles, enough: false };
  const atRiskDays = weeks(quantiles.q80);
  return {
    atRiskDays,
    churnedDays: Math.max(weeks(quantiles.q95), 2 * atRiskDays),
    newDays: weeks(quantiles.q50 / 2),
    activeDays: Math.min(weeks(2 * quantiles.q50), atRiskDays),
    customers,
    quantiles,
    enough: true,
  };
}

const weeks = (days: number): number => Math.max(1, Math.ceil(days / 7)) * 7;
