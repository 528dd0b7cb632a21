import type { CallListRequest } from '../../contract/schemas.ts';
import { day, type Instant, parseInstant } from '../../core/index.ts';
import type { CallCustomer } from '../../predict/index.ts';
import { type CustomersFound, customers } from '../customers.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';

const reached = { any: '', phone: ' and phone is known', email: ' and email is known' } as const;
const columns = [
  'predicted.at_stake',
  'predicted.value_12m',
  'predicted.value_12m_low',
  'predicted.value_12m_high',
  'predicted.return_90d',
  'predicted.churn_probability',
  'expected_next_order_at',
  'median_days_between_orders',
  'days_since_last_order',
  'favourite_category',
  'favourite_product',
  'emails_opened_90d',
  'last_rating',
  'last_visit_at',
  'visits_90d',
  'first_seen_at',
  'phone',
] as const;

/** Whom a list chooses from. `masked` hides what tells who somebody is, and nobody is chosen by having a number or an address then. */
export type Chosen = {
  readonly reach: NonNullable<CallListRequest['reach']>;
  readonly limit: number;
  readonly asOf: string | undefined;
  readonly masked: boolean;
};

/** A condition and, where that is asked, that they can be reached. */
export const reachable = (where: string, { reach, masked }: Pick<Chosen, 'reach' | 'masked'>): string => `${where}${masked ? '' : reached[reach]}`;

/** Those whom a condition selects, most at stake first, with all that is told of them. */
export async function mostAtStake(app: App, where: string, { limit, asOf, masked }: Chosen): Promise<CustomersFound> {
  // A source may never have told of phones, or of ratings.
  const { attributes: known } = await vocabularyOf(app);
  const told = columns.filter((name) => known.has(name));
  return customers(app, { where, sort: 'predicted.at_stake', descending: true, asOf, masked, limit, offset: 0, columns: told });
}

/** How many a condition selects. */
export const howMany = async (app: App, where: string, { asOf, masked }: Chosen): Promise<number> =>
  (await customers(app, { where, sort: 'predicted.at_stake', descending: true, asOf, masked, limit: 1, offset: 0, columns: [] })).total;

/** Amounts to the penny, and to the whole. */
export const moneyIn = ({ workspace: { currency } }: App) => {
  const [money, whole] = [{}, { maximumFractionDigits: 0 }].map((digits) => new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...digits }));
  return { money: (amount: number): string => money?.format(amount) ?? '', whole: (amount: number): string => whole?.format(amount) ?? '' };
};

/** When a member last came; nothing of one who never did, or of whom no visit is known. */
export function memberBy(values: Readonly<Record<string, unknown>>, at: Instant): Pick<CallCustomer, 'member'> {
  const daysTo = (name: string): number => {
    const moment = values[name];
    const told = typeof moment === 'string' ? parseInstant(moment) : undefined;
    return told === undefined ? Number.NaN : (at - told) / day;
  };
  const [visited, seen] = [daysTo('last_visit_at'), daysTo('first_seen_at')];
  return Number.isFinite(visited) ? { member: { visited, seen } } : {};
}

/** Selects those of a list, by the least that is at stake with any of them: six digits say that exactly enough, and rounding down keeps whoever has it. */
export const atLeast = (least: number, where: string): string => `predicted.at_stake >= ${Math.floor(least * 10_000) / 10_000} and ${where}`;
