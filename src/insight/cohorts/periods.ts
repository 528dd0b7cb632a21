import { type Instant, instant, localDate, type PlainDate, startOfPeriod, type Workspace } from '../../core/index.ts';

export type CohortUnit = 'week' | 'month' | 'quarter';
export type Period = { readonly start: Instant; readonly starts: PlainDate; readonly ends: PlainDate; readonly complete: boolean };

/** The newest `most` calendar periods up to the one that holds `last`; `complete` where it is over at the moment. */
export function periodsUpTo(
  first: Instant,
  last: Instant,
  at: Instant,
  unit: CohortUnit,
  most: number,
  { zone, weekStart }: Pick<Workspace, 'zone' | 'weekStart'>,
): readonly Period[] {
  const periods: Period[] = [];
  for (let offset = 0; periods.length < most; offset -= 1) {
    const start = startOfPeriod(last, zone, unit, offset, weekStart);
    const end = startOfPeriod(last, zone, unit, offset + 1, weekStart);
    periods.unshift({ start, starts: localDate(start, zone), ends: localDate(instant(end - 1), zone), complete: end <= at });
    if (start <= first) break;
  }
  return periods;
}
