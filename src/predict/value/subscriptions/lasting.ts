import type { SubscriptionCurve } from '../../../contract/index.ts';
import { day, formatInstant, type Instant } from '../../../core/index.ts';
import { kaplanMeier, medianSurvival, type SurvivalStep } from '../../../stats/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { columns } from '../histories/read.ts';

/** Names of the events that begin and end a subscription, and the moment that is looked from. */
export type SubscriptionRequest = { readonly start: string; readonly end: string; readonly at: Instant };

/** The curve is told at every so many days. */
const mark = 30;

/** How long subscriptions last, from the events of their starts and ends: `subscriptionSpells` → product-limit curve, told at every thirtieth day. */
export async function subscriptionCurve(warehouse: Warehouse, request: SubscriptionRequest): Promise<SubscriptionCurve> {
  const { duration, ended } = await subscriptionSpells(warehouse, request);
  const steps = kaplanMeier({ duration, ended });
  const longest = duration.reduce((most, days) => Math.max(most, days), 0);
  return {
    as_of: formatInstant(request.at),
    start: request.start,
    end: request.end,
    subscriptions: duration.length,
    ended: ended.reduce((sum, one) => sum + one, 0),
    median_days: medianSurvival(steps) ?? null,
    points: Array.from({ length: Math.floor(longest / mark) + 1 }, (_, index) => pointAt(steps, duration, index * mark)),
  };
}

function pointAt(steps: readonly SurvivalStep[], duration: Float64Array, days: number): SubscriptionCurve['points'][number] {
  const step = steps.findLast(({ time }) => time <= days);
  const at_risk = duration.reduce((sum, one) => sum + (one >= days ? 1 : 0), 0);
  return { days, at_risk, survival: step?.survival ?? 1, low: step?.low ?? 1, high: step?.high ?? 1 };
}

/**
 * Days of each subscription until its end or until the moment, and whether the end was seen. A start while one is running is none, neither is an end
 * without one; a start after an end is a new subscription. Events after the moment are not seen.
 */
export async function subscriptionSpells(
  warehouse: Warehouse,
  { start, end, at }: SubscriptionRequest,
): Promise<{ readonly duration: Float64Array; readonly ended: Float64Array }> {
  return columns(
    warehouse,
    sql`with marks as (select profile, occurred_at, name = ${end} as ending, lag(name = ${end}) over happened as ended_before
        from events where name in (${start}, ${end}) and profile is not null and occurred_at <= ${timestamp(at)}
        window happened as (partition by profile order by occurred_at, name = ${end})),
      turns as (select profile, occurred_at, ending, row_number() over (partition by profile, ending order by occurred_at) as place
        from marks where case when ending then not coalesce(ended_before, true) else coalesce(ended_before, true) end)
      select (epoch_us(coalesce(e.occurred_at, ${timestamp(at)})) - epoch_us(s.occurred_at))::DOUBLE / ${BigInt(day)} as duration, (e.occurred_at is not null)::INTEGER as ended
      from (select * from turns where not ending) s left join (select * from turns where ending) e using (profile, place) order by duration, ended`,
    ['duration', 'ended'],
  );
}
