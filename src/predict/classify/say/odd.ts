import { buyerColumn, rhythmColumn } from '../buyer-name.ts';
import { type Looked, medianOf, numberIn } from './looked.ts';

/** Longer since then, and one expects that they stay away. */
const longer: ReadonlySet<string> = new Set(['last_visit_at', 'last_seen_at', 'last_event_at', 'days_since_last_order']);
/** More of it, and one expects that they come. */
const more: ReadonlySet<string> = new Set(
  [
    `visits_30d visits_90d events_count orders_count orders_last_12_months items_count rfm.r rfm.f ${buyerColumn} ${rhythmColumn}`,
    'total_spent spent_last_12_months rfm.m emails_opened_90d emails_clicked_90d',
  ].flatMap((names) => names.split(' ')),
);
/** Of an order that is due now and then, so much of the usual pause is no silence yet. */
const overdue = 1.5;

/**
 * Whether a reason pulls the other way than one would expect on its face: quiet for longer than half of all, and likelier to come for it. It is no mistake: what else is known of the customer says the rest, so that of those who are otherwise
 * alike it is so. Only where it is asked who stays away, leaves or orders, since of other questions nobody but the owner knows what to expect.
 */
export function isOdd(column: string, effect: number, looked: Looked): boolean {
  const { table, row, reference, asked } = looked;
  const comes = comesBy(effect, asked);
  if (comes === 0) return false;
  const level = levelsOf[levelIn(table, column, row)];
  if (ranked.has(column)) return level !== undefined && level * comes < 0;
  const [value, middle] = [numberIn(table, column, row), medianOf(column, reference)];
  if (value === undefined || middle === null || !Number.isFinite(value)) return false;
  if (column === 'days_since_last_order') {
    const gap = numberIn(table, 'median_days_between_orders', row);
    // By their own pause the next order is due just when they have been quiet for long; who ordered just now may yet not order again so soon.
    if (gap !== undefined && Number.isFinite(gap)) return comes > 0 ? value > overdue * Math.max(1, gap) : asked.buyer === 'silence' && value <= gap;
  }
  if (column === 'visits_30d' && (besideOwn(looked) ?? 0) * comes > 0) return false;
  const beyond = isChance(column) ? value - middle : Math.round(value) - Math.round(middle);
  if (longer.has(column)) return beyond * comes > 0;
  return more.has(column) && beyond * comes < 0;
}

/** 1 where it speaks for coming and −1 where it speaks against it; 0 where something else is asked. */
const comesBy = (effect: number, { buyer, ends }: Looked['asked']): number => {
  if (buyer === undefined && ends === undefined) return 0;
  return buyer === 'order' ? Math.sign(effect) : -Math.sign(effect);
};

/** How many visits in 30 days are more than this customer's own of 30 days before that (fewer: below 0); undefined where none were before. */
export function besideOwn({ table, row }: Looked): number | undefined {
  const [visits, ninety] = ['visits_30d', 'visits_90d'].map((name) => numberIn(table, name, row));
  return visits === undefined || ninety === undefined || !(ninety > visits) ? undefined : visits - (ninety - visits) / 2;
}

/** Whom visits of 30 days stand beside: whichever says what the reason says, the customer's own before or everybody's; both where it is not known what that would be. */
export function besides(effect: number, looked: Looked): 'own' | 'all' | 'both' {
  const [own, comes] = [besideOwn(looked), comesBy(effect, looked.asked)];
  if (own === undefined) return 'all';
  if (comes === 0) return 'both';
  if (own * comes > 0) return 'own';
  const { table, row, reference } = looked;
  return ((numberIn(table, 'visits_30d', row) ?? 0) - (medianOf('visits_30d', reference) ?? 0)) * comes > 0 ? 'all' : 'both';
}

const ranked: ReadonlySet<string> = new Set(['value_tier', 'engagement_level']);
const levelsOf: Readonly<Record<string, number>> = { high: 1, low: -1, none: -1 };

function levelIn({ columns }: Looked['table'], name: string, row: number): string {
  const found = columns.find((own) => own.name === name);
  return found?.kind === 'category' ? (found.levels[found.codes[row] ?? -1] ?? '') : '';
}

/** Chances lie within 0 and 1. */
const isChance = (column: string): boolean => column === buyerColumn || column === rhythmColumn;
