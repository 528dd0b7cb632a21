import { type CalendarUnit, type Instant, type PlainDate, type Workspace, day, localDate, startOfPeriod } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

export type PeriodUnit = Extract<CalendarUnit, 'week' | 'month' | 'quarter'>;
export type Periods = { readonly unit: PeriodUnit; readonly starts: readonly PlainDate[]; readonly instants: readonly Instant[] };

/**
 * Consecutive calendar periods of the workspace from the one that holds `first` to the one that holds `last`, newest
 * `most` of them, as temp table `insight_periods(period INTEGER, starts TIMESTAMP)`: facts find theirs by an ASOF join.
 */
export async function loadPeriods(
  warehouse: Warehouse,
  unit: PeriodUnit,
  span: readonly [Instant, Instant],
  workspace: Workspace,
  most: number,
): Promise<Periods> {
  const [first, last] = span;
  const instants: Instant[] = [];
  for (let offset = 0; instants.length < most; offset -= 1) {
    const start = startOfPeriod(last, workspace.zone, unit, offset, workspace.weekStart);
    instants.unshift(start);
    if (start <= first) break;
  }
  await warehouse.load(
    'insight_periods',
    [
      { name: 'period', type: 'INTEGER' },
      { name: 'starts', type: 'TIMESTAMP' },
    ],
    instants.map((starts, period) => [period, starts]),
  );
  return { unit, instants, starts: instants.map((at) => localDate(at, workspace.zone)) };
}

/** Weeks for less than half a year, months up to four years, then quarters: 12 to 48 points are what a chart can carry. */
export function unitFor(first: Instant, last: Instant): PeriodUnit {
  const length = (last - first) / day;
  if (length < 183) return 'week';
  return length <= 4 * 366 ? 'month' : 'quarter';
}

/** What orders and returns brought: money of records that count. */
export const countingOrders = sql`counts and not is_return`;
