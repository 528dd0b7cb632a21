import { Temporal } from 'temporal-polyfill';

/** Calendar arithmetic of the naive evaluator: straight calls of Temporal, on purpose not those of the product. */
export const microsecondsPer = { minute: 60_000_000, hour: 3_600_000_000, day: 86_400_000_000, week: 604_800_000_000 } as const;

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export const at = (microseconds: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(microseconds) * 1000n).toZonedDateTimeISO(zone);

export const microseconds = (value: Temporal.ZonedDateTime): number => Number(value.epochNanoseconds / 1000n);

/** `amount` may be negative. Minutes to weeks are fixed lengths; months and years keep the local clock time. */
export function shift(instant: number, amount: number, unit: Unit, zone: string): number {
  switch (unit) {
    case 'minute':
    case 'hour':
    case 'day':
    case 'week':
      return instant + amount * microsecondsPer[unit];
    case 'month':
      return microseconds(at(instant, zone).add({ months: amount }));
    case 'year':
      return microseconds(at(instant, zone).add({ years: amount }));
  }
}

/** First instant of a local date. A date that the zone skipped starts where the next one starts. */
export const startOf = (date: Temporal.PlainDate, zone: string): number => microseconds(date.toZonedDateTime(zone));

export const dateAt = (instant: number, zone: string): Temporal.PlainDate => at(instant, zone).toPlainDate();

/** `2026-01-31` is a day; with a clock time it is an instant, local unless a zone is written. */
export function readMoment(text: string, zone: string): { readonly day: Temporal.PlainDate } | { readonly instant: number } {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: Temporal.PlainDate.from(text) };
  const written = text.replace(' ', 'T');
  if (/(Z|[+-]\d{2}:?\d{2})$/i.test(written)) return { instant: Number(Temporal.Instant.from(written).epochNanoseconds / 1000n) };
  return { instant: microseconds(Temporal.PlainDateTime.from(written).toZonedDateTime(zone)) };
}
