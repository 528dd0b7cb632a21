import type { SubscriptionCurve } from '../../../contract/index.ts';
import { day, formatInstant, type Instant } from '../../../core/index.ts';
import { kaplanMeier, medianInterval, medianSurvival, type SurvivalStep } from '../../../stats/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { columns } from '../histories/read.ts';

/** Names of the events that begin and end a subscription, and the moment that is looked from. */
export type SubscriptionRequest = {
  readonly start: string;
  readonly end: string;
  /** The event that goes on with one: where none comes within `term` days (and a tenth more) of the last, it ended when they were over. */
  readonly renewal?: { readonly name: string; readonly term: number } | undefined;
  readonly at: Instant;
};

/** Days from beginning to end or to the moment, whether the end was seen, whose it is, and days from its beginning to the moment. */
export type SubscriptionSpells = {
  readonly duration: Float64Array;
  readonly ended: Float64Array;
  readonly profile: Float64Array;
  readonly age: Float64Array;
};

/** The curve is told at every so many days. */
const mark = 30;

/** How long subscriptions last, from the events of their starts and ends: `subscriptionSpells` → product-limit curve, told at every thirtieth day. */
export async function subscriptionCurve(warehouse: Warehouse, request: SubscriptionRequest): Promise<CurveAsked & Lasting> {
  return curveOf(await subscriptionSpells(warehouse, request), request);
}

type CurveAsked = Pick<SubscriptionCurve, 'as_of' | 'start' | 'end'>;
/** Days, ends and, where they were not watched from their beginning, from which day on. */
export type Watched = Pick<SubscriptionSpells, 'duration' | 'ended'> & { readonly entry?: Float64Array };
/** How long some subscriptions last. */
export type Lasting = Pick<SubscriptionCurve, 'subscriptions' | 'ended' | 'median_days' | 'median_low' | 'median_high' | 'points'>;

export const curveOf = (spells: Pick<SubscriptionSpells, 'duration' | 'ended'>, { at, start, end }: SubscriptionRequest): CurveAsked & Lasting => ({
  as_of: formatInstant(at),
  start,
  end,
  ...lastingOf(spells),
});

export function lastingOf(spells: Watched): Lasting {
  const { duration, ended } = spells;
  const steps = kaplanMeier(spells);
  const longest = duration.reduce((most, days) => Math.max(most, days), 0);
  const { low, high } = medianInterval(steps);
  return {
    subscriptions: duration.length,
    ended: ended.reduce((sum, one) => sum + one, 0),
    median_days: medianSurvival(steps) ?? null,
    median_low: low ?? null,
    median_high: high ?? null,
    points: Array.from({ length: Math.floor(longest / mark) + 1 }, (_, index) => pointAt(steps, spells, index * mark)),
  };
}

function pointAt(steps: readonly SurvivalStep[], { duration, entry }: Watched, days: number): SubscriptionCurve['points'][number] {
  const step = steps.findLast(({ time }) => time <= days);
  const at_risk = duration.reduce((sum, one, spell) => sum + (one >= days && (entry?.[spell] ?? 0) <= days ? 1 : 0), 0);
  return { days, at_risk, survival: step?.survival ?? 1, low: step?.low ?? 1, high: step?.high ?? 1 };
}

/**
 * Days of each subscription until its end or until the moment, and whether the end was seen. A start while one is running is none, neither is an end
 * without one; a start after an end is a new subscription. Events after the moment are not seen.
 */
export async function subscriptionSpells(warehouse: Warehouse, request: SubscriptionRequest): Promise<SubscriptionSpells> {
  const { at } = request;
  await warehouse.run(sql`create or replace temp table ${ident(spellsTable)} as
      with happened as (${happenings(request)}),
      marks as (select *, lag(ending) over past as ended_before from happened window past as (partition by profile order by occurred_at, ending)),
      turns as (select * exclude (ended_before), row_number() over (partition by profile, ending order by occurred_at) as place
        from marks where case when ending then not coalesce(ended_before, true) else coalesce(ended_before, true) end)
      select (epoch_us(coalesce(e.occurred_at, ${timestamp(at)})) - epoch_us(s.occurred_at))::DOUBLE / ${BigInt(day)} as duration, (e.occurred_at is not null)::INTEGER as ended,
        s.profile, (epoch_us(${timestamp(at)}) - epoch_us(s.occurred_at))::DOUBLE / ${BigInt(day)} as age, s.told,
        row_number() over (order by duration, e.occurred_at is null desc, s.profile, s.occurred_at) - 1 as spell
      from (select * from turns where not ending) s left join (select * from turns where ending) e using (profile, place)`);
  return columns(warehouse, sql`select duration, ended, profile, age from ${ident(spellsTable)} order by spell`, ['duration', 'ended', 'profile', 'age']);
}

/** Temp table of the subscriptions that were read last, numbered by `spell` in the order of their columns, with the properties (`told`) of the event that began each. */
export const spellsTable = 'predict_spells';

/** A tenth more than the term before a renewal counts as missing: payments come late. */
const grace = 1.1;

function happenings({ start, end, renewal, at }: SubscriptionRequest): Fragment {
  const known = sql`profile is not null and occurred_at <= ${timestamp(at)}`;
  if (renewal === undefined)
    return sql`select profile, occurred_at, name = ${end} as ending, properties as told from events where name in (${start}, ${end}) and ${known}`;
  const term = BigInt(Math.round(renewal.term * day));
  const late = BigInt(Math.round(grace * renewal.term * day));
  return sql`with paid as (select profile, occurred_at, properties as told, lead(occurred_at) over (partition by profile order by occurred_at) as next
      from events where name in (${start}, ${renewal.name}) and ${known})
    select profile, occurred_at, false as ending, told from paid
    union all select profile, occurred_at, true, null from events where name = ${end} and ${known}
    union all select profile, make_timestamp(epoch_us(occurred_at) + ${term}), true, null from paid
      where epoch_us(coalesce(next, ${timestamp(at)})) - epoch_us(occurred_at) > ${late}`;
}
