import type { ActionSuggestion } from '../../contract/schemas.ts';
import { countOf } from '../../core/index.ts';
import { chanceOfAll, endedSaid, type InsightContext, quietAfter } from '../../insight/index.ts';
import type { Vocabulary } from '../../language/index.ts';
import { livesByMemberships } from '../../profiles/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { median } from '../../stats/index.ts';
import { namesMoment } from '../as-of.ts';
import { checkedCondition } from '../conditions.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import type { App } from '../open.ts';
import { approvedModels } from '../../predict/index.ts';
import { actingLeaving } from '../predict/acting-silence.ts';
import { overdue } from '../predict/call-list.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { usualCosts } from './costs.ts';
import { listActions } from './store.ts';

/** Fewer people are no group to try something on. */
const fewest = 5;
/** What an offer takes off. */
const discount = 0.1;

type Idea = Pick<ActionSuggestion, 'kind' | 'name' | 'channel' | 'rest_days' | 'most'> & {
  readonly eligible: string;
  /** Those it is for, as a sentence has them: `are due within a week`. */
  readonly are: string;
  /** What it costs once, and why so much; a share is of their usual order. */
  readonly cost: number | { readonly share: number };
  readonly costs: string;
  /** What it counts for when it works, and why so much, where that is not an order. */
  readonly worth?: { readonly amount: number; readonly why: string } | undefined;
};

/**
 * Actions that this shop has the facts and the people for, with a cost and a worth to begin with: none is defined by this. What works is worth what is left of a usual order of theirs after the goods where the catalogue says what
 * those cost, else the order itself. Those that there are already (for the same people) are left out, and where customers are members whoever is one no more.
 */
export async function suggestActions(app: App, request: { readonly as_of?: string | undefined } = {}): Promise<readonly ActionSuggestion[]> {
  const context = await insightAt(app, request.as_of);
  const explicit = namesMoment(app, request.as_of);
  const vocabulary = await vocabularyOf(app);
  const taken = new Set((await listActions(app)).map(({ eligible }) => eligible));
  const usual = await usualOrders(app, context.featuresTable);
  const margin = await marginShare(app);
  const membership = await livesByMemberships(app.warehouse, context.at);
  const still = membership === undefined ? '' : ` and not (${endedSaid(membership)})`;
  const found: ActionSuggestion[] = [];
  const costs = usualCosts(app.workspace.currency);
  const usualIdeas = ideasFor(vocabulary, await quietAfter(context), costs);
  const ideas =
    membership === undefined ? usualIdeas : [...(await memberIdeas(app, context, vocabulary, costs)), ...usualIdeas.filter(({ kind }) => !ofOrders.has(kind))];
  for (const idea of ideas) {
    const eligible = checkedCondition(`${idea.eligible}${still}`, vocabulary).text;
    if (taken.has(eligible)) continue;
    const { members } = await peopleOf(app, eligible, context.at, explicit);
    const order = median(Array.from(members).flatMap((profile) => usual.get(profile) ?? []));
    if (members.length < fewest || !Number.isFinite(order)) continue;
    const { money } = context.words;
    const worth = rounded(idea.worth?.amount ?? (margin === null ? order : order * margin));
    const cost = typeof idea.cost === 'number' ? idea.cost : rounded(idea.cost.share * order);
    found.push({
      kind: idea.kind,
      name: idea.name,
      channel: idea.channel,
      rest_days: idea.rest_days,
      most: idea.most,
      eligible,
      cost,
      value: worth,
      people: members.length,
      why: `${countOf(members.length, 'customer')} ${idea.are}. ${idea.costs} ${
        idea.worth?.why ??
        `A usual order of theirs is ${money(order)}${
          margin === null
            ? ', which is what it counts for when it works: put what is left of it for you.'
            : `, and ${Math.round(100 * margin)}% of that is left after the goods: so much it counts for when it works.`
        }`
      }`,
    });
  }
  return found;
}

/** Ideas that read a rhythm out of orders, or take something off the next one: where customers are members orders are charges. */
const ofOrders: ReadonlySet<string> = new Set(['call-overdue', 'reorder-reminder', 'favourite-offer', 'second-order', 'best-gone-quiet']);

/** Whom to keep where customers are members: who may leave by the model that acts, and who was there often and has not been seen for two weeks. */
async function memberIdeas(
  app: App,
  { featuresTable, words }: InsightContext,
  { attributes }: Vocabulary,
  costs: ReturnType<typeof usualCosts>,
): Promise<readonly Idea[]> {
  const has = (name: string): boolean => attributes.has(name);
  const leaving = actingLeaving(await approvedModels(app.control));
  const least = leaving === undefined ? undefined : (await chanceOfAll(app.warehouse, featuresTable)).least;
  const call = {
    name: 'Phone call to members who may leave',
    channel: 'phone',
    cost: costs.call,
    costs: 'Ten minutes on the phone are counted as a cost.',
    most: 10,
  };
  const worth = least === undefined || !has('predicted.value_12m') ? undefined : await worthOfStaying(app, featuresTable, { least, words });
  const ideas: readonly (Idea | false)[] = [
    least !== undefined &&
      has('phone') && {
        ...call,
        worth,
        kind: 'call-leaving',
        eligible: `predicted.churn_probability >= ${least} and phone is known`,
        are: 'are at least twice as likely to leave as members are on average, and have a phone number',
        rest_days: 30,
      },
    has('last_visit_at') && {
      worth,
      kind: 'ask-who-stopped',
      name: 'A personal message to members not seen for two weeks',
      eligible: `orders_last_12_months >= 1 and visits_90d >= 8 and last_visit_at in last 60 days and not last_visit_at in last 14 days${has('email') ? ' and email is known' : ''}`,
      are: 'were there at least eight times in 90 days and not in the last 14',
      channel: has('email') ? 'email' : '',
      cost: 0,
      costs: 'A message of your own costs next to nothing.',
      rest_days: 30,
      most: null,
    },
  ];
  return ideas.filter((idea) => idea !== false);
}

/** Who stays is worth what is expected of them in a year, of half of those who may leave so much or more. */
async function worthOfStaying(
  { warehouse }: App,
  featuresTable: string,
  { least, words }: { readonly least: number; readonly words: InsightContext['words'] },
): Promise<Idea['worth']> {
  const found = await warehouse.row<{ amount: number | null }>(
    sql`select median(predicted_value_12m)::DOUBLE as amount from ${ident(featuresTable)} where predicted_churn_probability >= ${least}::DOUBLE`,
  );
  const amount = found?.amount ?? null;
  if (amount === null || amount <= 0) return undefined;
  return { amount, why: `Of half of them ${words.money(rounded(amount))} or more is expected in 12 months, which is what it counts for when one stays.` };
}

function ideasFor({ attributes }: Vocabulary, quiet: number, costs: ReturnType<typeof usualCosts>): readonly Idea[] {
  const has = (name: string): boolean => attributes.has(name);
  const consent = ['accepts_email_marketing', 'accepts_email'].find(has);
  const mailed = has('email') ? ` and email is known${consent === undefined ? '' : ` and ${consent} = true`}` : undefined;
  const byMail = mailed ?? '';
  const offer = {
    cost: { share: discount },
    costs: 'The offer costs a tenth of their order when it is taken up.',
    channel: mailed === undefined ? '' : 'email',
  };
  const ideas: readonly (Idea | false)[] = [
    has('phone') && {
      kind: 'call-overdue',
      name: 'Phone call to customers who are overdue',
      eligible: `${overdue} and phone is known`,
      are: 'should have ordered again by their own rhythm, and have a phone number',
      channel: 'phone',
      cost: costs.call,
      costs: 'Ten minutes on the phone are counted as a cost.',
      rest_days: 30,
      most: 10,
    },
    mailed !== undefined && {
      kind: 'reorder-reminder',
      name: 'Reminder to order again',
      eligible: `expected_next_order_at in next 7 days${byMail}`,
      are: 'are due to order within a week by their own rhythm',
      channel: 'email',
      cost: 0,
      costs: 'An e-mail costs next to nothing.',
      rest_days: 14,
      most: null,
    },
    has('favourite_category') && {
      kind: 'favourite-offer',
      name: 'A tenth off their favourite category',
      eligible: `orders >= 2 and favourite_category is known and days_since_last_order > ${quiet}${byMail}`,
      are: 'ordered more than once, have a favourite category and have gone quiet',
      ...offer,
      rest_days: 30,
      most: null,
    },
    {
      kind: 'second-order',
      name: 'A tenth off the second order',
      eligible: `orders = 1 and days_since_last_order between 7 and ${Math.max(30, quiet)}${byMail}`,
      are: 'ordered once, not long ago',
      ...offer,
      rest_days: 30,
      most: null,
    },
    has('value_tier') && {
      kind: 'thank-the-best',
      name: 'Handwritten thank-you for the best',
      eligible: `value_tier = "high" and days_since_last_order <= ${quiet}`,
      are: 'are among those who spent most, and come',
      channel: 'letter',
      cost: costs.card,
      costs: 'A card and its postage are counted as a cost.',
      rest_days: 180,
      most: 25,
    },
    has('value_tier') && {
      kind: 'best-gone-quiet',
      name: 'Letter to good customers who have gone quiet',
      eligible: `value_tier = "high" and days_since_last_order > ${quiet}`,
      are: `are among those who spent most, and have not ordered for more than ${quiet} days`,
      channel: 'letter',
      cost: costs.letter,
      costs: 'A letter and its postage are counted as a cost.',
      rest_days: 60,
      most: null,
    },
  ];
  return ideas.filter((idea) => idea !== false);
}

/** Everybody's average order. */
async function usualOrders({ warehouse }: App, featuresTable: string): Promise<ReadonlyMap<number, number>> {
  const rows = await warehouse.rows<{ profile: number; worth: number }>(
    sql`select profile, average_order_value::DOUBLE as worth from ${ident(featuresTable)} where average_order_value > 0`,
  );
  return new Map(rows.map(({ profile, worth }) => [profile, worth]));
}

/** What is left of the money of all lines after what the catalogue says that they cost; null where that is not known of the better half of it. */
async function marginShare({ warehouse }: App): Promise<number | null> {
  const row = await warehouse.row<{ known: number | null; left: number | null }>(sql`
    select (sum(i.total) filter (where p.cost is not null))::DOUBLE / nullif(sum(i.total), 0)::DOUBLE as known, sum(i.total - i.quantity * p.cost)::DOUBLE / nullif(sum(i.total) filter (where p.cost is not null), 0)::DOUBLE as "left"
    from items i left join (select product_id, any_value(cost) as cost from products where cost is not null group by product_id having count(distinct cost) = 1) p using (product_id) where i.total > 0`);
  if (row === undefined || row.known === null || row.left === null || row.known < 0.5 || row.left <= 0.02) return null;
  return row.left;
}

/** Two digits: an amount to begin with promises no more. */
const rounded = (amount: number): number => Number(amount.toPrecision(2));
