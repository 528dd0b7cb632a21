import { callListRequest, type CallListAnswer, type CallListRequest, type HoldOut } from '../../contract/schemas.ts';
import { countOf, day, formatInstant, type Instant, parseInstant, writtenDate } from '../../core/index.ts';
import { approvedModels, type CallCustomer, callOf, type StoredModel } from '../../predict/index.ts';
import { resolveAsOf } from '../as-of.ts';
import { customers } from '../customers.ts';
import { endedSaid } from '../../insight/index.ts';
import { endedThing, livesByMemberships, type Membership } from '../../profiles/index.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { intervalOf } from './customer-predictions.ts';
import type { KeptClassifier } from './kinds/classifier.ts';
import { readCard } from './read-card.ts';

/** Their own rhythm says that an order was due some days ago (half of all orders come later than the usual gap, most of these at once), and not so long ago that the rhythm is over. */
export const overdue = 'expected_next_order_at in last 12 months and not expected_next_order_at in last 3 days';
/** So unlikely to order in 90 days that a call is hardly worth it: somebody quiet for twenty-five of their own gaps. */
const leastHope = 0.02;
const hope = `predicted.return_90d >= ${leastHope}`;
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

/**
 * Whom to call: of those of whom an order is overdue, the ones with the most money at stake, each with what speaks for it. `masked` hides what tells
 * who somebody is, and nobody is chosen by having a number or an address then.
 */
export async function callList(app: App, request: CallListRequest, masked = false): Promise<CallListAnswer> {
  const { reach, limit, as_of: asked } = callListRequest.parse(request);
  const { at } = await resolveAsOf(app, asked);
  const models = await approvedModels(app.control);
  const acting = models.find(({ model }) => model === 'value');
  if (acting === undefined) return notReady(formatInstant(at));
  const membership = await livesByMemberships(app.warehouse, at);
  const ended = membership === undefined ? undefined : endedSaid(membership);
  const overdueReached = `${overdue}${masked ? '' : reached[reach]}`;
  const all = ended === undefined ? overdueReached : `${overdueReached} and not (${ended})`;
  const where = `${all} and ${hope}`;
  const asking = { where, sort: 'predicted.at_stake', descending: true, asOf: asked, masked, limit, offset: 0 };
  // A source may never have told of phones, or of ratings.
  const { attributes: known } = await vocabularyOf(app);
  const left = ended === undefined ? 0 : (await customers(app, { ...asking, where: `${overdueReached} and ${ended}`, columns: [], limit: 1 })).total;
  const found = await customers(app, { ...asking, columns: columns.filter((name) => known.has(name)) });
  const { total: gone } = await customers(app, { ...asking, where: `${all} and not (${hope})`, columns: [], limit: 1 });
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: app.workspace.currency });
  const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: app.workspace.currency, maximumFractionDigits: 0 });
  const away = models.find(({ model }) => model === 'churn');
  const silence = away?.content as KeptClassifier | undefined;
  const items = found.profiles
    .map((profile) => {
      const values = profile.values ?? {};
      return callOf(
        { ...profile, values, ...orderBy(silence, values['predicted.churn_probability']), ...(membership === undefined ? {} : memberBy(values, at)) },
        (amount) => money.format(amount),
      );
    })
    .filter(({ at_stake: stake }) => stake > 0);
  const stake = items.reduce((sum, each) => sum + each.at_stake, 0);
  const least = items.at(-1)?.at_stake ?? 0;
  const { details } = readCard(acting);
  const held = details.kind === 'value' ? details.hold_out : null;
  return {
    as_of: formatInstant(at),
    ready: true,
    sentence: `${
      items.length === 0
        ? `${gone > 0 ? 'Nobody who is overdue by their own rhythm is likely to come back' : 'Nobody is overdue by their own rhythm'}: there is nobody to call this week.${goneToo(gone)}`
        : `${countOf(items.length, 'person', undefined, 'people')} to call: ${whole.format(stake)} of the next 12 months is at stake with them. ${countOf(found.total, 'customer', ['is', 'are'])} overdue by their own rhythm${gone > 0 ? ' and may still come' : ''} in all.${goneToo(gone)}`
    }${endedToo(left, membership)}${membership === undefined ? '' : askedOfMembers(models, membership)}`,
    how,
    trust:
      [held === null ? [] : [trustOf(held, away === undefined ? held : (held.served ?? held))], away === undefined ? [] : chancesTrust(away)]
        .flat()
        .join(' ') || null,
    model: { model: acting.model, version: acting.version, method: readCard(acting).method, as_of: acting.as_of },
    overdue: found.total + gone,
    gone,
    at_stake: stake,
    // Six digits say the least one exactly enough; rounding down keeps whoever has it.
    expression: items.length === 0 ? null : `predicted.at_stake >= ${Math.floor(least * 10_000) / 10_000} and ${where}`,
    items,
  };
}

/** How many more are overdue because they are members no more. */
const endedToo = (left: number, membership: Membership | undefined): string =>
  left === 0 || membership === undefined ? '' : ` Left out: ${countOf(left, 'customer')} more whose last word is “${membership.ends}”.`;

/** Orders of members are charges: who stops coming pays until they leave, and is overdue of nothing. Whoever asks who will end it is told so, and told where. */
export function askedOfMembers(models: readonly StoredModel[], { ends }: Membership): string {
  const asks = models.find(({ content }) => (content as Partial<KeptClassifier>).task?.outcome.includes(JSON.stringify(ends)) === true);
  const where =
    asks === undefined ? `ask who will cancel their ${endedThing(ends)}, under “Ask” on Predictions` : `“${readCard(asks).title}” tells who may leave`;
  return ` Who stops coming goes on paying until they leave, and is not overdue: ${where}.`;
}

/** The chance of an order by the model of who stays away, by which all that is expected goes: it knows each customer's rhythm, which tells most of those who are overdue. */
function orderBy(silence: KeptClassifier | undefined, away: unknown): Pick<CallCustomer, 'order'> {
  if (silence === undefined || typeof away !== 'number') return {};
  const { low, high } = intervalOf(silence, away);
  return { order: { days: silence.task.horizonDays, probability: 1 - away, low: 1 - high, high: 1 - low } };
}

/** When a member last came; nothing of one who never did, or of whom no visit is known. */
function memberBy(values: Readonly<Record<string, unknown>>, at: Instant): Pick<CallCustomer, 'member'> {
  const daysTo = (name: string): number => {
    const moment = values[name];
    const told = typeof moment === 'string' ? parseInstant(moment) : undefined;
    return told === undefined ? Number.NaN : (at - told) / day;
  };
  const [visited, seen] = [daysTo('last_visit_at'), daysTo('first_seen_at')];
  return Number.isFinite(visited) ? { member: { visited, seen } } : {};
}

const goneToo = (gone: number): string =>
  gone === 0
    ? ''
    : ` ${countOf(gone, 'other', ['is', 'are'])} as good as gone (less than ${100 * leastHope}% likely to order in 90 days) and left out: a letter costs less than a call.`;

const how =
  'Customers whose usual gap between orders was over more than three days ago, by the value that the model expects of them in 12 months times the probability that none of it comes. Where customers are members, those who have ended their membership and begun none since are left out. Somebody who comes back anyway, or hardly ever will, stands low, and whoever is as good as gone is left out. Where “Who will stay away” acts, which knows the rhythm of each, it says how likely an order is, and what is expected and at stake goes by that. What a call changes is not known before it has been tried against people who were not called.';

/** What was told of the days held back: by both models, where both speak and the card knows how they did together. */
function trustOf(
  { from, until }: HoldOut,
  { interval_holds: holds, interval_promises: promises = 0.8, orders }: Omit<NonNullable<HoldOut['served']>, 'beside'>,
): string {
  const better = 1 - orders.mae / orders.baseline_mae;
  const compared =
    better > 0.005
      ? `; it was ${Math.round(100 * better)}% closer than the average of customers like them`
      : '; no closer than the average of customers like them';
  return `From ${writtenDate(from)} to ${writtenDate(until)}, which the model had not seen, ${Math.round(100 * holds)} of 100 customers ordered as often as their interval said (the intervals promise ${Math.round(100 * promises)})${compared}.`;
}

/** How far chances of an order were from what came, where they could be checked. */
function chancesTrust(stored: Parameters<typeof readCard>[0]): readonly string[] {
  const off = readCard(stored).quality.find(({ measure }) => measure === 'calibration_error')?.value;
  return off === undefined || off === null || !Number.isFinite(off)
    ? []
    : [`Its chances of an order were ${(100 * off).toFixed(1)} points off what came, on average.`];
}

const notReady = (as_of: string): CallListAnswer => ({
  as_of,
  ready: false,
  sentence: 'No value model acts yet. Train one and let it act; then this page says whom to call, why, and how sure that is.',
  how,
  trust: null,
  model: null,
  overdue: 0,
  gone: 0,
  at_stake: 0,
  expression: null,
  items: [],
});
