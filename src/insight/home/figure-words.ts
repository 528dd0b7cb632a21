import type { HomeFigure } from '../../contract/schemas.ts';
import type { Range } from '../base/range.ts';
import { daysOf } from '../base/range.ts';
import { count, counted, share, type Words } from '../report/words.ts';
import type { Totals } from './totals.ts';

/** What the period brought, and how it stands to the one it is compared with. */
export function homeSentence(words: Words, range: Range, now: Totals, past: Totals | undefined, compare: 'previous' | 'year' | 'none'): string {
  const days = counted(daysOf(range), 'day');
  if (now.orders === 0) return `Nobody ordered in these ${days}.`;
  const repeat = now.customers === 0 ? '' : ` ${share(now.repeaters / now.customers)} of them had an order that was not their first.`;
  const others = compare === 'year' ? 'the same days a year before' : 'the period before';
  const change = past === undefined || past.revenue <= 0 ? '' : `, ${relative(now.revenue / past.revenue - 1)} ${others}`;
  return `${counted(now.customers, 'customer')} ordered in these ${days}.${repeat} All orders together brought ${words.money(Math.round(now.revenue))}${change}.`;
}

/** `Revenue is £41,207, 6% more than before.` */
export function figureSentence(words: Words, { label, unit, value, change }: Pick<HomeFigure, 'label' | 'unit' | 'value' | 'change'>): string {
  if (value === null) return `${label}: nothing to tell in this period.`;
  const shown = unit === 'money' ? words.money(value) : unit === 'share' ? share(value) : count(value);
  if (change === null) return `${label}: ${shown}.`;
  return unit === 'share' ? `${label}: ${shown}, ${points(change)} before.` : `${label}: ${shown}, ${relative(change)} before.`;
}

function relative(change: number): string {
  const shown = share(Math.abs(change));
  if (Math.abs(change) < 0.005) return 'about as much as';
  return change > 0 ? `${shown} more than` : `${shown} less than`;
}

function points(change: number): string {
  const shown = Math.round(Math.abs(change) * 100);
  if (shown === 0) return 'about as much as';
  return `${counted(shown, 'point')} ${change > 0 ? 'more' : 'less'} than`;
}
