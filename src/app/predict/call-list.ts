import { callListRequest, type CallListAnswer, type CallListRequest } from '../../contract/schemas.ts';
import { countOf, formatInstant, type Instant } from '../../core/index.ts';
import { endedSaid } from '../../insight/index.ts';
import { approvedModels, type CallCustomer, callOf, type StoredModel } from '../../predict/index.ts';
import { livesByMemberships, type Membership } from '../../profiles/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { actingLeaving, actingSilence } from './acting-silence.ts';
import { memberCalls } from './call-members.ts';
import { atLeast, type Chosen, howMany, memberBy, moneyIn, mostAtStake, reachable } from './call-rows.ts';
import { chancesTrust, trustOf } from './call-trust.ts';
import { intervalOf } from './customer-predictions.ts';
import type { KeptClassifier } from './kinds/classifier.ts';
import { leavingSaid } from './kinds/leaving.ts';
import { readCard } from './read-card.ts';

/** Their own rhythm says that an order was due some days ago (half of all orders come later than the usual gap, most of these at once), and not so long ago that the rhythm is over. */
export const overdue = 'expected_next_order_at in last 12 months and not expected_next_order_at in last 3 days';
/** So unlikely to order in 90 days that a call is hardly worth it: somebody quiet for twenty-five of their own gaps. */
const leastHope = 0.02;
const hope = `predicted.return_90d >= ${leastHope}`;

/**
 * Whom to call: of those of whom an order is overdue, or of members who are likelier to leave than most, the ones with the most money at stake, each with what speaks for it. `masked` hides what tells
 * who somebody is, and nobody is chosen by having a number or an address then.
 */
export async function callList(app: App, request: CallListRequest, masked = false): Promise<CallListAnswer> {
  const { reach, limit, as_of: asOf } = callListRequest.parse(request);
  const { at } = await resolveAsOf(app, asOf);
  const models = await approvedModels(app.control);
  const acting = models.find(({ model }) => model === 'value');
  if (acting === undefined) return notReady(formatInstant(at));
  const chosen: Chosen = { reach, limit, asOf, masked };
  const leaving = actingLeaving(models);
  return leaving === undefined ? overdueCalls(app, chosen, { at, models, acting }) : memberCalls(app, chosen, { at, leaving });
}

type Asked = { readonly at: Instant; readonly models: readonly StoredModel[]; readonly acting: StoredModel };

async function overdueCalls(app: App, chosen: Chosen, { at, models, acting }: Asked): Promise<CallListAnswer> {
  const membership = await livesByMemberships(app.warehouse, at);
  const ended = membership === undefined ? undefined : endedSaid(membership);
  const overdueReached = reachable(overdue, chosen);
  const all = ended === undefined ? overdueReached : `${overdueReached} and not (${ended})`;
  const where = `${all} and ${hope}`;
  const left = ended === undefined ? 0 : await howMany(app, `${overdueReached} and ${ended}`, chosen);
  const found = await mostAtStake(app, where, chosen);
  const gone = await howMany(app, `${all} and not (${hope})`, chosen);
  const { money, whole } = moneyIn(app);
  const { stored: away, kept: silence } = actingSilence(models) ?? {};
  const items = found.profiles
    .map((profile) => {
      const values = profile.values ?? {};
      return callOf(
        { ...profile, values, ...orderBy(silence, values['predicted.churn_probability']), ...(membership === undefined ? {} : memberBy(values, at)) },
        money,
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
    asks: 'order',
    sentence: `${
      items.length === 0
        ? `${gone > 0 ? 'Nobody who is overdue by their own rhythm is likely to come back' : 'Nobody is overdue by their own rhythm'}: there is nobody to call this week.${goneToo(gone)}`
        : `${countOf(items.length, 'person', undefined, 'people')} to call: ${whole(stake)} of the next 12 months is at stake with them. ${countOf(found.total, 'customer', ['is', 'are'])} overdue by their own rhythm${gone > 0 ? ' and may still come' : ''} in all.${goneToo(gone)}`
    }${endedToo(left, membership)}${membership === undefined ? '' : askedOfMembers(membership)}`,
    how,
    trust:
      [held === null ? [] : [trustOf(held, away === undefined ? held : (held.served ?? held))], away === undefined ? [] : chancesTrust(away)]
        .flat()
        .join(' ') || null,
    model: { model: acting.model, version: acting.version, method: readCard(acting).method, as_of: acting.as_of },
    overdue: found.total + gone,
    gone,
    at_stake: stake,
    expression: items.length === 0 ? null : atLeast(least, where),
    items,
  };
}

/** How many more are overdue because they are members no more. */
const endedToo = (left: number, membership: Membership | undefined): string =>
  left === 0 || membership === undefined ? '' : ` Left out: ${countOf(left, 'customer')} more whose last word is “${membership.ends}”.`;

/** Orders of members are charges: who stops coming pays until they leave, and is overdue of nothing. Until it is asked who will leave it is told so, and told where. */
export const askedOfMembers = ({ ends }: Membership): string =>
  ` Who stops coming goes on paying until they leave, and is not overdue: let “${leavingSaid(ends, 0).title}” learn and act, under Predictions, and this page goes by that.`;

/** The chance of an order by the model of who stays away, by which all that is expected goes: it knows each customer's rhythm, which tells most of those who are overdue. */
function orderBy(silence: KeptClassifier | undefined, away: unknown): Pick<CallCustomer, 'order'> {
  if (silence === undefined || typeof away !== 'number') return {};
  const { low, high } = intervalOf(silence, away);
  return { order: { days: silence.task.horizonDays, probability: 1 - away, low: 1 - high, high: 1 - low } };
}

const goneToo = (gone: number): string =>
  gone === 0
    ? ''
    : ` ${countOf(gone, 'other', ['is', 'are'])} as good as gone (less than ${100 * leastHope}% likely to order in 90 days) and left out: a letter costs less than a call.`;

const how =
  'Customers whose usual gap between orders was over more than three days ago, by the value that the model expects of them in 12 months times the probability that none of it comes. Where customers are members, those who have ended their membership and begun none since are left out. Somebody who comes back anyway, or hardly ever will, stands low, and whoever is as good as gone is left out. Where “Who will stay away” acts, which knows the rhythm of each, it says how likely an order is, and what is expected and at stake goes by that. What a call changes is not known before it has been tried against people who were not called.';

const notReady = (as_of: string): CallListAnswer => ({
  as_of,
  ready: false,
  asks: 'order',
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
