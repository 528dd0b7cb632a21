import type { Instant, Workspace } from '../../core/index.ts';
import { clockHour } from '../../profiles/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** How strongly a customer's own hours count: their share of moments is mixed with the shop's as if that had been seen `weight` times; null leaves their own out. */
export type TimingModel = { readonly weight: number | null };
export type TimingCandidate = { readonly kind: string; readonly label: string; readonly weight: number | null; readonly hit: number; readonly error: number };
export type TimingLearned = {
  readonly model: TimingModel;
  readonly candidates: readonly TimingCandidate[];
  readonly moments: number;
  readonly customers: number;
  /** Local date on which the newest fifth, which was held back, begins. */
  readonly cutOff: string | null;
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
  readonly reason: string;
};

/** From simple to personal. */
const weights: readonly { readonly kind: string; readonly label: string; readonly weight: number | null }[] = [
  { kind: 'shop', label: 'the hours of the whole shop', weight: null },
  { kind: 'mixed', label: 'their own hours, drawn strongly towards the shop’s', weight: 20 },
  { kind: 'own', label: 'their own hours, drawn a little towards the shop’s', weight: 4 },
];
const fewestMoments = 200;

/**
 * When customers answer: moments with an order, a visit, an opened or clicked message, on the workspace's clock. Candidates are judged by how often the last fifth of the
 * moments fell into the three hours, and on the weekday, that the four fifths before would have named for that customer. The simplest within one standard error of the best wins.
 */
export async function learnTiming(warehouse: Warehouse, workspace: Workspace, at: Instant): Promise<TimingLearned> {
  await stageMoments(warehouse, workspace, at);
  const hours = await shares(warehouse, 'hour', 24);
  const weekdays = await shares(warehouse, 'weekday', 7);
  const counted = await warehouse.row<{ moments: number; customers: number; cut_off: string | null }>(
    sql`select count(*)::DOUBLE as moments, count(distinct profile)::DOUBLE as customers, strftime(min(moment) filter (where is_late), '%Y-%m-%d') as cut_off from predict_moments`,
  );
  const base = { moments: counted?.moments ?? 0, customers: counted?.customers ?? 0, cutOff: counted?.cut_off ?? null, hours, weekdays };
  if (base.moments === 0)
    return { ...base, model: { weight: null }, candidates: [], reason: 'No order, visit or message has a time of day: nobody gets an hour or a weekday.' };
  if (base.moments < fewestMoments)
    return { ...base, model: { weight: null }, candidates: [], reason: 'Too few moments are known: everybody gets the hours of the whole shop.' };
  const candidates: TimingCandidate[] = [];
  for (const { kind, label, weight } of weights) candidates.push({ kind, label, weight, ...(await judge(warehouse, weight)) });
  const best = candidates.reduce((most, own) => (own.hit > most.hit ? own : most));
  const won = candidates.find(({ hit }) => hit >= best.hit - best.error) ?? best;
  const reason =
    won === best
      ? `Most later moments fell into the hours that ${won.label} had named.`
      : `${won.label.charAt(0).toUpperCase()}${won.label.slice(1)}: the simplest that is no further from the best than chance can explain.`;
  return { ...base, model: { weight: won.weight }, candidates, reason };
}

/** Temp table `predict_moments(profile, moment, hour, weekday, is_late)`: one row per customer, hour of one day; the newest fifth of all is late. */
async function stageMoments(warehouse: Warehouse, { zone }: Workspace, at: Instant): Promise<void> {
  await warehouse.run(sql`create or replace temp table predict_moments as
    with facts as (select profile, source, null::VARCHAR as name, ${local(zone, sql`ordered_at`)} as clock from orders where counts and not is_return and profile is not null and ordered_at <= ${timestamp(at)}
        union all select profile, source, name, ${local(zone, sql`occurred_at`)} as clock from events where profile is not null and occurred_at <= ${timestamp(at)}
          and name not in ('Email Delivered', 'Email Sent', 'Email Bounced', 'Email Unsubscribed', 'Email Complained')),
      timed as (select profile, clock, case when name is null then ${clockHour({ clock: sql`f.clock`, source: sql`f.source` })} else ${clockHour({ clock: sql`f.clock`, source: sql`f.source`, name: sql`f.name` })} end as hour from facts f),
      hours as (select distinct profile, date_trunc('hour', clock) as moment from timed where hour is not null)
    select profile, moment, hour(moment)::INTEGER as hour, (isodow(moment) - 1)::INTEGER as weekday, percent_rank() over (order by moment) > 0.8 as is_late from hours`);
}

const local = (zone: string, happened: Fragment): Fragment => (zone === 'UTC' ? happened : sql`timezone(${zone}, timezone('UTC', ${happened}))`);

async function shares(warehouse: Warehouse, column: 'hour' | 'weekday', count: number): Promise<readonly number[]> {
  const rows = await warehouse.rows<{ place: number; moments: number }>(
    column === 'hour'
      ? sql`select hour as place, count(*)::DOUBLE as moments from predict_moments group by all`
      : sql`select weekday as place, count(*)::DOUBLE as moments from predict_moments group by all`,
  );
  const total = rows.reduce((sum, { moments }) => sum + moments, 0) || 1;
  return Array.from({ length: count }, (_, place) => (rows.find((row) => row.place === place)?.moments ?? 0) / total);
}

/** Mean of how often the three hours, and the weekday, were right; standard error over customers' moments. */
async function judge(warehouse: Warehouse, weight: number | null): Promise<{ readonly hit: number; readonly error: number }> {
  await stageBest(warehouse, weight, sql`not is_late`, 'predict_best');
  const found = await warehouse.row<{ hit: number | null; error: number | null }>(sql`
    select avg(hit)::DOUBLE as hit, (stddev_samp(hit) / sqrt(count(*)))::DOUBLE as error from (
      select (((abs(m.hour - b.best_hour) <= 1 or abs(m.hour - b.best_hour) = 23)::INTEGER + (m.weekday = b.best_weekday)::INTEGER) / 2.0)::DOUBLE as hit
      from predict_moments m join predict_best b using (profile) where m.is_late)`);
  return { hit: found?.hit ?? 0, error: found?.error ?? 0 };
}

/** Temp table `(profile, best_hour, best_weekday, moments)`: the middle of the three hours (its own moments count a little more, so that one hour alone is its own middle), and the weekday, with the largest mixed share. */
async function stageBest(warehouse: Warehouse, weight: number | null, which: Fragment, table: 'predict_best' | 'predict_timing'): Promise<void> {
  const own = weight === null ? 0 : 1;
  const shop = weight ?? 1;
  const target = table === 'predict_best' ? sql`predict_best` : sql`predict_timing`;
  await warehouse.run(sql`create or replace temp table ${target} as
    with seen as (select * from predict_moments where ${which}),
      people as (select profile, count(*)::INTEGER as moments from predict_moments group by all),
      all_hours as (select hour, count(*) / sum(count(*)) over () as share from seen group by hour),
      all_days as (select weekday, count(*) / sum(count(*)) over () as share from seen group by weekday),
      near as (select h.h::INTEGER as hour, o.hour as other, case when h.h = o.hour then 1.0 else 0.9 end as weight from (select unnest(range(24)) as h) h cross join all_hours o where abs(h.h - o.hour) <= 1 or abs(h.h - o.hour) = 23),
      own_hours as (select profile, n.hour, sum(n.weight) as times from seen s join near n on n.other = s.hour group by all),
      shop_hours as (select n.hour, sum(n.weight * a.share) as share from near n join all_hours a on a.hour = n.other group by all),
      own_days as (select profile, weekday, count(*) as times from seen group by all),
      best_hours as (select p.profile, arg_max(s.hour, (coalesce(o.times, 0) * ${own} + ${shop} * s.share, -s.hour)) as best_hour
        from people p cross join shop_hours s left join own_hours o on o.profile = p.profile and o.hour = s.hour group by p.profile),
      best_days as (select p.profile, arg_max(d.weekday, (coalesce(o.times, 0) * ${own} + ${shop} * d.share, -d.weekday)) as best_weekday
        from people p cross join all_days d left join own_days o on o.profile = p.profile and o.weekday = d.weekday group by p.profile)
    select p.profile, h.best_hour, d.best_weekday, p.moments from people p left join best_hours h using (profile) left join best_days d using (profile)`);
}

/** Temp table `predict_timing` of everybody who was ever heard of, as of a moment. Returns how many. */
export async function stageTiming(warehouse: Warehouse, workspace: Workspace, at: Instant, { weight }: TimingModel): Promise<number> {
  await stageMoments(warehouse, workspace, at);
  await stageBest(warehouse, weight, sql`true`, 'predict_timing');
  return (await warehouse.row<{ customers: number }>(sql`select count(*)::INTEGER as customers from predict_timing`))?.customers ?? 0;
}
