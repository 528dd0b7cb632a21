import { type CheckContext, reportError } from '../check/context.ts';
import { dateOf, isDate } from '../dates.ts';
import type { DateCondition, DurationUnit } from '../tree.ts';
import { formatWindow } from './text.ts';

/** Longest lengths: a hundred years. */
const most: Readonly<Record<DurationUnit, number>> = { minute: 52_560_000, hour: 876_000, day: 36_500, week: 5200, month: 1200, year: 100 };

/** Reports lengths that are no lengths, dates that are no dates and windows that end before they begin. */
export function checkWindow(window: DateCondition['window'], context: CheckContext): void {
  switch (window.kind) {
    case 'last':
    case 'next':
      return checkDuration(window, context);
    case 'period':
      return;
    case 'between': {
      const valid = [window.from, window.to].map((date) => checkDate(date, window, context));
      if (valid.every(Boolean) && isReversed(window.from, window.to)) {
        const hint = `Write ${formatWindow({ kind: 'between', from: window.to, to: window.from })}.`;
        reportError(context, window, undefined, 'range.reversed', `${window.from} is after ${window.to}.`, hint);
      }
      return;
    }
    case 'before':
    case 'after':
    case 'on':
      checkDate(window.date, window, context);
  }
}

/** `node` holds amount and unit. */
export function checkDuration(node: { readonly amount: number; readonly unit: DurationUnit }, context: CheckContext): void {
  const { amount, unit } = node;
  if (!(amount > 0)) {
    reportError(context, node, undefined, 'window.amount', `A length of ${amount} ${unit}s is no time at all.`, `Write a number above 0: 30 ${unit}s.`);
  } else if ((unit === 'month' || unit === 'year') && !Number.isInteger(amount)) {
    const hint = unit === 'year' ? `Write ${Math.max(1, Math.round(amount * 12))} months.` : `Write ${Math.max(1, Math.round(amount * 30))} days.`;
    reportError(context, node, undefined, 'window.amount', `Calendar ${unit}s are counted whole.`, hint);
  } else if (amount > most[unit]) {
    reportError(
      context,
      node,
      undefined,
      'window.amount',
      `${amount} ${unit}s is more than a hundred years.`,
      'Leave the window out to look at all of history.',
    );
  }
}

/** False, and reported, when the calendar does not have it. */
export function checkDate(date: string, node: object, context: CheckContext, part?: string): boolean {
  if (isDate(date)) return true;
  reportError(context, node, part, 'date.invalid', `The calendar has no ${date}.`, 'Write a date as 2026-01-31, or with a clock time as 2026-01-31T09:30.');
  return false;
}

/** Clock times are compared with dates only by their day, since their zones may differ. */
export function isReversed(from: string, to: string): boolean {
  if (from.length === to.length && !/[Z+]|T.*-/.test(from + to)) return from > to;
  return dateOf(from) > dateOf(to);
}
