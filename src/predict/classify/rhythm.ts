import { type Instant, type Workspace } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { localDay } from '../value/histories/stage.ts';

/** Days that fit how often customers of this shop order. */
export type Rhythm = {
  /** Silence after which hardly anybody comes back who will come back. */
  readonly churnDays: number;
  /** By when the next order of a usual customer is there. */
  readonly nextOrderDays: number;
  readonly gaps: number;
  readonly medianGap: number | null;
};

/** Until so many gaps are seen, the usual lengths of retail are taken. */
const fewestGaps = 50;
const usual: Rhythm = { churnDays: 90, nextOrderDays: 30, gaps: 0, medianGap: null };

/**
 * Horizons from the gaps between days with an order: churn is a silence as long as nine gaps in ten, the next order half of them. Both leave room for
 * four such spans in the history, so that there are cut-offs to learn from and to be judged on.
 */
export async function rhythmOf(warehouse: Warehouse, asOf: Instant, { zone }: Workspace): Promise<Rhythm> {
  const found = await warehouse.row<{ gaps: number; half: number | null; most: number | null; span: number | null }>(sql`
    with days as (select distinct profile, ${localDay(zone)} as day from orders
        where counts and not is_return and profile is not null and ordered_at <= ${timestamp(asOf)}),
      gaps as (select (day - lag(day) over (partition by profile order by day))::INTEGER as gap, day from days)
    select count(gap)::INTEGER as gaps, quantile_cont(gap, 0.5)::DOUBLE as half, quantile_cont(gap, 0.9)::DOUBLE as most,
      (max(day) - min(day))::DOUBLE as span from gaps`);
  if (found === undefined || found.half === null || found.most === null || found.gaps < fewestGaps) return usual;
  const room = Math.max(14, Math.floor((found.span ?? 365) / 5));
  return {
    churnDays: Math.min(room, within(30, 365, roundUp(found.most))),
    nextOrderDays: Math.min(room, within(7, 90, roundUp(found.half))),
    gaps: found.gaps,
    medianGap: found.half,
  };
}

/** To whole weeks, which people can picture, and so that every weekday is in it as often. */
const roundUp = (days: number): number => Math.ceil(days / 7) * 7;
const within = (low: number, high: number, value: number): number => Math.min(high, Math.max(low, value));
