import { writeDate } from '../describe/values.ts';
import type { DateCondition } from '../tree.ts';

/** `in the last 90 days`, `this month`, `between 1 January 2026 and 31 March 2026`. */
export function windowWords(window: DateCondition['window']): string {
  switch (window.kind) {
    case 'last':
    case 'next':
      return `in the ${window.kind} ${window.amount === 1 ? window.unit : `${window.amount} ${window.unit}s`}`;
    case 'period':
      if (window.period === 'day') return window.offset === 0 ? 'today' : 'yesterday';
      return `${window.offset === 0 ? 'this' : 'last'} ${window.period}`;
    case 'between':
      return `between ${writeDate(window.from)} and ${writeDate(window.to)}`;
    case 'before':
    case 'after':
    case 'on':
      return `${window.kind} ${writeDate(window.date)}`;
  }
}

/** ` in the last 90 days`, with the blank before it; nothing without a window. */
export const windowAfter = (window: DateCondition['window'] | undefined): string => (window === undefined ? '' : ` ${windowWords(window)}`);
