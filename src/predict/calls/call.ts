import type { Call, PredictionReason } from '../../contract/index.ts';
import { weekly, weeklyBefore } from '../classify/say/weekly.ts';

/** What the features say of one customer; a word that this shop does not know is missing. */
export type CallFacts = Readonly<Record<string, unknown>>;
export type CallCustomer = {
  readonly profile: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly customer_id: string | null;
  readonly orders: number;
  readonly total_spent: number;
  readonly values: CallFacts;
  /** Of a member: how likely they leave, which share of members with such a score did, that of all, what it is that ends, and what speaks for it. */
  readonly leaving?: NonNullable<Call['leaving']> & {
    readonly thing: string;
    /** What they wrote last, in a sentence. */
    readonly words?: string | undefined;
    readonly reasons: readonly Pick<PredictionReason, 'column' | 'fact'>[];
  };
  /** Days since the last visit and since they were first seen, of somebody who is a member: orders are direct debits there, and it is visits that tell. */
  readonly member?: { readonly visited: number; readonly seen: number };
  /** How likely an order within so many days is by the model of who stays away, and which share of customers with such a score ordered where it could be checked. */
  readonly order?: { readonly days: number; readonly probability: number; readonly low: number; readonly high: number };
};

/** One customer as a call to make: what is at stake, what speaks for calling now, and what to speak of. */
export function callOf(customer: CallCustomer, money: (amount: number) => string): Call {
  const { profile, name, email, customer_id, orders, values, leaving } = customer;
  const expected = numberOf(values['predicted.value_12m']) ?? 0;
  return {
    profile,
    name,
    email,
    phone: textOf(values['phone']),
    customer_id,
    at_stake: numberOf(values['predicted.at_stake']) ?? 0,
    value_12m: { expected, low: numberOf(values['predicted.value_12m_low']) ?? 0, high: numberOf(values['predicted.value_12m_high']) ?? expected },
    return_90d: numberOf(values['predicted.return_90d']) ?? null,
    order: customer.order ?? null,
    leaving:
      leaving === undefined ? null : { days: leaving.days, probability: leaving.probability, low: leaving.low, high: leaving.high, usual: leaving.usual },
    due_since: textOf(values['expected_next_order_at']),
    orders,
    reasons: reasonsOf(customer, money),
    opening: openingOf(values),
    sure: leaving === undefined ? knownBy(orders, 8, 4) : knownBy(leaving.low - leaving.high, -0.2, -0.4),
  };
}

const knownBy = (amount: number, well: number, fairly: number): Call['sure'] => (amount >= well ? 'well' : amount >= fairly ? 'fairly' : 'barely');

function reasonsOf(customer: CallCustomer, money: (amount: number) => string): readonly string[] {
  const { orders, total_spent, values, order, member, leaving } = customer;
  if (leaving !== undefined) return reasonsToLeave(leaving, customer);
  const gap = numberOf(values['median_days_between_orders']);
  const quiet = numberOf(values['days_since_last_order']);
  const back = numberOf(values['predicted.return_90d']);
  const opened = numberOf(values['emails_opened_90d']) ?? 0;
  const rating = numberOf(values['last_rating']);
  return [
    ...(member === undefined ? [] : [lastVisit(member, numberOf(values['visits_90d']))]),
    ...(gap === undefined || quiet === undefined ? [] : [`Usually orders every ${days(Math.max(1, Math.round(gap)))}; quiet for ${days(Math.floor(quiet))}.`]),
    `Spent ${money(total_spent)} on ${orders} orders so far.`,
    ...(order !== undefined ? [likely(order)] : back === undefined ? [] : [`${chance(back)} to order in the next 90 days if nothing is done.`]),
    ...(opened > 0 ? [`Still opens your e-mails: ${opened} in 90 days.`] : []),
    ...lastRating(rating),
  ];
}

const lastRating = (rating: number | undefined): readonly string[] =>
  rating !== undefined && rating <= 3 ? [`Gave ${rating} of 5 the last time: ask about that first.`] : [];

/** Days since the last visit from which on that is told of somebody who may leave. */
const worthTelling = 7;
/** From here on the last visit tells that there was none in 30 days. */
const noVisit = 30;

/** What a member pays goes on until they leave: their charges are told nothing of, what speaks for leaving is. */
function reasonsToLeave(leaving: NonNullable<CallCustomer['leaving']>, { values, member }: CallCustomer): readonly string[] {
  const { days: horizon, probability, low, high, thing, words, reasons } = leaving;
  const [few, many] = [Math.round(100 * low), Math.round(100 * high)];
  const between = few === 0 && many === 100 ? '' : ` (${few} to ${many}%)`;
  const lead = `${chance(probability)}${between} to end their ${thing} within ${days(horizon)} if nothing is done.`;
  const away = member === undefined || reasons.some(({ column }) => column === 'last_visit_at') ? 0 : member.visited;
  return [
    lead,
    ...(member === undefined || away < worthTelling ? [] : [lastVisit(member, numberOf(values['visits_90d']))]),
    ...(words === undefined ? [] : [words]),
    ...reasons.filter(({ column }) => (column !== 'visits_30d' || away < noVisit) && (column !== 'last_rating' || words === undefined)).map(({ fact }) => fact),
    ...(reasons.some(({ column }) => column === 'last_rating') ? [] : lastRating(numberOf(values['last_rating']))),
  ];
}

function lastVisit({ visited, seen }: NonNullable<CallCustomer['member']>, visits90: number | undefined): string {
  const rate = weeklyBefore(visited, visits90, seen);
  return `Last visit ${days(Math.floor(visited))} ago${rate === undefined ? '' : `, after ${weekly(rate)}`}.`;
}

/** Shares are told as whole people of a hundred. */
function likely({ days: horizon, probability, low, high }: NonNullable<CallCustomer['order']>): string {
  const [few, many] = [Math.round(100 * low), Math.round(100 * high)];
  const checked = few === 0 && many === 100 ? '' : ` (of 100 such customers ${few === many ? few : `${few} to ${many}`} did)`;
  return `${chance(probability)} to order in the next ${days(horizon)} if nothing is done${checked}.`;
}

function openingOf(values: CallFacts): string | null {
  const [product, category] = [textOf(values['favourite_product']), textOf(values['favourite_category'])];
  if (product !== null) return category === null ? `Mostly buys ${product}.` : `Mostly buys ${product}, and ${category} in general.`;
  return category === null ? null : `Mostly buys ${category}.`;
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const days = (value: number): string => (value === 1 ? '1 day' : `${value} days`);
const chance = (value: number): string => (value < 0.01 ? 'Less than 1% likely' : `${Math.round(100 * value)}% likely`);
