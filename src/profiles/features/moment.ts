import { addCalendar, day, type Instant, instant, type Workspace } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';

/** The instant features are computed for, and the starts of their windows: `start < t <= asOf`. */
export type Moment = {
  readonly asOf: Fragment;
  readonly thirtyDaysAgo: Fragment;
  readonly ninetyDaysAgo: Fragment;
  readonly yearAgo: Fragment;
  readonly zone: string;
};

export function momentAt(asOf: Instant, workspace: Workspace): Moment {
  const at = (value: Instant): Fragment => sql`${timestamp(value)}`;
  return {
    asOf: at(asOf),
    thirtyDaysAgo: at(instant(asOf - 30 * day)),
    ninetyDaysAgo: at(instant(asOf - 90 * day)),
    yearAgo: at(addCalendar(asOf, workspace.zone, { months: -12 })),
    zone: workspace.zone,
  };
}

/** Elapsed days of 24 hours, with fractions. */
export const elapsedDays = (from: Fragment, to: Fragment): Fragment => sql`((epoch_us(${to}) - epoch_us(${from})) / 86400000000.0)`;

/** A UTC column as clock time in the workspace's zone; the engine's zone tables are the same IANA ones that `core/calendar.ts` uses. */
export const localTime = (column: Fragment, zone: string): Fragment => (zone === 'UTC' ? column : sql`timezone(${zone}, timezone('UTC', ${column}))`);
