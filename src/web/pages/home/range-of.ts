import type { Comparison, Period } from '../../components/period/period.ts';
import { localDay } from '../../components/format/local-day.ts';
import { daysOf } from '../../components/period/period.ts';

/** Local days, both included: `2026-06-01`. */
export type DayRange = { readonly from: string; readonly to: string };

const day = 86_400_000;
/** Before any shop's first order; the API begins with the first. */
const longAgo = '1990-01-01';

/** The days a period means, seen from the instant that counts are of: the last of them is the day that instant lies in, or ends. */
export function rangeOf(period: Period, asOf: string, zone: string): DayRange {
  const to = localDay(new Date(Date.parse(asOf) - 1), zone);
  const days = daysOf(period);
  return { from: days === undefined ? longAgo : new Date(Date.parse(to) - (days - 1) * day).toISOString().slice(0, 10), to };
}

/** All time has nothing before it. */
export const comparisonOf = (period: Period, compare: Comparison): 'previous' | 'year' | 'none' =>
  period === 'all' || compare === 'nothing' ? 'none' : compare;
