import { columnMasker } from '../../access/index.ts';
import type { CallListAnswer, PredictionReason } from '../../contract/schemas.ts';
import { countOf, formatInstant, type Instant, writtenDate } from '../../core/index.ts';
import { chanceOfAll } from '../../insight/index.ts';
import { callOf, eventOfColumn } from '../../predict/index.ts';
import { endedThing } from '../../profiles/index.ts';
import { resolveAsOf } from '../as-of.ts';
import { featuresTableFor } from '../moment.ts';
import type { App } from '../open.ts';
import type { actingLeaving } from './acting-silence.ts';
import { atLeast, type Chosen, memberBy, moneyIn, mostAtStake, reachable } from './call-rows.ts';
import { intervalOf } from './customer-predictions.ts';
import { lastWords } from './last-words.ts';
import { readCard } from './read-card.ts';
import { reasonsFor } from './scored-customers.ts';

type Leaving = NonNullable<ReturnType<typeof actingLeaving>>;
type Asked = { readonly at: Instant; readonly leaving: Leaving };

const mostReasons = 3;

/** Whom to call where customers are members: of those who are likelier to leave than most, the ones with the most money at stake, each with what speaks for it. */
export async function memberCalls(app: App, chosen: Chosen, { at, leaving }: Asked): Promise<CallListAnswer> {
  const { stored, kept, ends } = leaving;
  const { horizonDays: days } = kept.task;
  const thing = endedThing(ends);
  const { members, usual, least } = await chanceOfAll(app.warehouse, await featuresTableFor(app, await resolveAsOf(app, chosen.asOf)));
  const where = reachable(`predicted.churn_probability >= ${least}`, chosen);
  const found = await mostAtStake(app, where, chosen);
  const { money, whole } = moneyIn(app);
  const reasons = await reasonsFor(
    app,
    kept,
    found.profiles.map(({ profile }) => profile),
    chosen.asOf,
  );
  // What somebody wrote may tell who they are.
  const words = chosen.masked
    ? new Map<number, string>()
    : await lastWords(
        app,
        found.profiles.map(({ profile }) => profile),
        at,
      );
  const items = found.profiles.flatMap((profile) => {
    const values = profile.values ?? {};
    const probability = values['predicted.churn_probability'];
    if (typeof probability !== 'number') return [];
    const speakFor = (reasons.get(profile.profile) ?? []).filter((reason) => speaksFor(reason, chosen)).slice(0, mostReasons);
    const told = { days, probability, ...intervalOf(kept, probability), usual, thing, words: words.get(profile.profile), reasons: speakFor };
    return [callOf({ ...profile, values, leaving: told, ...memberBy(values, at) }, money)];
  });
  const calls = items.filter(({ at_stake: stake }) => stake > 0);
  const stake = calls.reduce((sum, each) => sum + each.at_stake, 0);
  const likelier = `at least twice as likely to end their ${thing} within ${days} days as members are on average`;
  return {
    as_of: formatInstant(at),
    ready: true,
    asks: 'leaving',
    sentence:
      calls.length === 0
        ? `Nobody is ${likelier}: there is nobody to call this week.`
        : `${countOf(calls.length, 'person', undefined, 'people')} to call: ${whole(stake)} of the next 12 months is at stake with them. Of ${countOf(members, 'member')} about ${Math.round(members * usual).toLocaleString('en-GB')} look like leaving within ${days} days if nothing is done; ${found.total.toLocaleString('en-GB')} ${found.total === 1 ? 'is' : 'are'} ${likelier}.${beside(leaving, { members, usual })}`,
    how: howOf(thing, days),
    trust: foundOf(leaving).join(' ') || null,
    model: { model: stored.model, version: stored.version, method: readCard(stored).method, as_of: stored.as_of },
    overdue: found.total,
    gone: 0,
    at_stake: stake,
    expression: calls.length === 0 ? null : atLeast(calls.at(-1)?.at_stake ?? 0, where),
    items: calls,
  };
}

/** From here on more is foretold than came the last time by so much that it is said. */
const farMore = 1.5;

/** What came the last time, beside what is foretold: where far more is, members today look like those who left more often than members did then. */
function beside({ stored, kept }: Leaving, { members, usual }: { readonly members: number; readonly usual: number }): string {
  const { details } = readCard(stored);
  if (details.kind !== 'classifier' || details.newest === null || details.newest.customers === 0) return '';
  const { customers, positives } = details.newest;
  const then = ` In the ${kept.task.horizonDays} days before ${positives.toLocaleString('en-GB')} of ${customers.toLocaleString('en-GB')} did.`;
  return usual * customers > farMore * positives && usual * members >= positives + 5
    ? `${then} It is more now because more members show the signs of those who left then. If they show them for another reason (a holiday, something that was out of order), fewer will leave: trust the order of the list more than the number.`
    : then;
}

/** What became of those whom it named first when it was held against days that it had not seen. */
function foundOf({ stored, kept }: Leaving): readonly string[] {
  const { details } = readCard(stored);
  if (details.kind !== 'classifier' || details.newest === null) return [];
  if (kept.candidate.kind === 'rate') return ['It knows the share of all and nothing more: it names nobody before anybody else.'];
  const { customers, positives, lift } = details.newest;
  const [first] = lift;
  const on = details.cut_offs.at(-1)?.date;
  if (first === undefined || customers === 0 || on === undefined) return [];
  return [
    `Tried on ${countOf(customers, 'member')} as they were on ${writtenDate(on)}, by what it had learned before: ${Math.round(first.positives)} of the ${first.customers} it named first left, of all ${customers.toLocaleString('en-GB')} it was ${positives.toLocaleString('en-GB')}.`,
    ...surestOf(kept),
  ];
}

/** What speaks for leaving as one would expect; what tells who somebody is stays hidden from whoever may not see it. */
/** Of those whom it was surest of. */
function surestOf({ bins, surest }: Leaving['kept']): readonly string[] {
  const { customers, did } = bins.at(-1) ?? {};
  if (customers === undefined || did === undefined || customers === 0) return [];
  return [
    `Of the ${countOf(customers, 'member')} it was surest of in all trials ${did === 0 ? 'none' : did} left${surest === undefined ? '' : `: no chance is told as more than ${Math.round(100 * surest)}%`}.`,
  ];
}

/** An event of longer ago is nothing to speak of. */
const justNow = 7;
const isStale = (column: string, value: string | null): boolean => eventOfColumn(column) !== undefined && !(Number.parseInt(value ?? '', 10) <= justNow);

/** Of charges, which come by themselves, and of how long somebody is there: nothing that one could speak of. */
const ofCharges: ReadonlySet<string> = new Set(
  'median_days_between_orders days_since_last_order expected_next_order_at orders_count orders_last_12_months items_count average_order_value total_spent spent_last_12_months rfm.r rfm.f rfm.m value_tier days_since_first_order distinct_products distinct_categories first_seen_at signed_up_at'.split(
    ' ',
  ),
);

const speaksFor = ({ effect, odd, column, value }: PredictionReason, { masked }: Chosen): boolean =>
  effect > 0 && !odd && !ofCharges.has(column) && !isStale(column, value) && !(masked && value !== null && columnMasker(column)(value) !== value);

const howOf = (thing: string, days: number): string =>
  `Who has a ${thing} pays until it ends: nobody here is overdue, and whoever stops coming goes on paying for a while. So the list goes by how likely somebody is to end their ${thing} within ${days} days, learned from who did before and what was known of them then. Of those who are at least twice as likely as members are on average it shows the ones with the most at stake: the value that is expected of them in 12 months times that chance. Whoever has ended it already is not asked about. What a call changes is not known before it has been tried against people who were not called.`;
