import { type Instant, instant } from '../../core/index.ts';
import type { Silence, ToldSilence } from '../../predict/index.ts';
import { leavings, livesByMemberships, type Membership } from '../../profiles/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { silenceDaysAt } from './kinds/classifier.ts';

/** Of members who had ended their membership and begun none since: how many, and how many of them ordered within so many days all the same (a last charge, or a new beginning). */
export type Returns = { readonly left: number; readonly came: number };

const day = 86_400_000_000;
/** Moments looked back on, each as many days after the one before: about a year of what became of those who left. */
const looks = 4;

/**
 * Counted of who had left by four moments before `at`, each `days` apart: those whose membership had ended within as many days before the moment, who may have a charge to come, and those whose had
 * ended before.
 */
async function returnsOf(
  { warehouse }: App,
  membership: Membership,
  at: Instant,
  days: number,
): Promise<{ readonly lately: Returns; readonly longAgo: Returns }> {
  const look = (back: number): Fragment => {
    const [from, until] = [instant(at - (back + 1) * days * day), instant(at - back * days * day)];
    return sql`select e.ended_at > ${timestamp(from)} - to_days(${days}::INTEGER) as lately, o.profile is not null as came from (${leavings(membership, from)}) e
      left join (select distinct profile from orders where counts and not is_return and ordered_at > ${timestamp(from)} and ordered_at <= ${timestamp(until)}) o on o.profile = e.profile`;
  };
  const rows = await warehouse.rows<{ lately: boolean; left: number; came: number }>(sql`
    select lately, count(*)::INTEGER as "left", count(*) filter (came)::INTEGER as came from (${join(
      Array.from({ length: looks }, (_, back) => look(back)),
      ' union all ',
    )}) group by lately`);
  const of = (lately: boolean): Returns => rows.find((row) => row.lately === lately) ?? { left: 0, came: 0 };
  return { lately: of(true), longAgo: of(false) };
}

/** The chance of an order, never none and never certain: by Jeffreys' rule, half a customer of each kind beside those who were counted. */
const chanceIn = ({ left, came }: Returns): number => (came + 0.5) / (left + 1);

/** What is believed of each customer's silence, in which those who have left come back as often as such did before. As it is where customers are no members. */
export async function withThoseWhoLeft<S extends Silence | undefined>(app: App, at: Instant, silence: S): Promise<Silence | S> {
  const { warehouse } = app;
  const membership = await livesByMemberships(warehouse, at);
  if (membership === undefined) return silence;
  const days = silence?.days ?? (await silenceDaysAt(app, at));
  const { lately, longAgo } = await returnsOf(app, membership, at, days);
  const [table, ended] = [`${silence?.table ?? 'value_silence'}_of_members`, 'members_who_left'];
  await warehouse.stage(ended, sql`select profile, ended_at > ${timestamp(at)} - to_days(${days}::INTEGER) as lately from (${leavings(membership, at)})`);
  const theirs = sql`select profile, case when lately then ${1 - chanceIn(lately)}::DOUBLE else ${1 - chanceIn(longAgo)}::DOUBLE end as v0 from members_who_left`;
  await warehouse.stage(
    table,
    silence === undefined
      ? theirs
      : sql`select profile, v0 from ${ident(silence.table)} where profile not in (select profile from members_who_left) union all ${theirs}`,
  );
  return { table, days, ended };
}

/** Of one who has left: when, and what is believed of such. */
export type Leaver = { readonly membership: Membership; readonly at: Instant; readonly lately: boolean; readonly returns: Returns; readonly told: ToldSilence };

/** Undefined of everybody else. `days` is what is asked of who stays away; of a shop in which nothing is, what fits its rhythm. */
export async function leaverAt(app: App, profile: number, at: Instant, days: number | undefined): Promise<Leaver | undefined> {
  const membership = await livesByMemberships(app.warehouse, at);
  if (membership === undefined) return undefined;
  const row = await app.warehouse.row<{ ended: Instant }>(sql`select ended_at as ended from (${leavings(membership, at)}) where profile = ${profile}`);
  if (row === undefined) return undefined;
  const horizon = days ?? (await silenceDaysAt(app, at));
  const lately = row.ended > at - horizon * day;
  const found = await returnsOf(app, membership, at, horizon);
  const returns = lately ? found.lately : found.longAgo;
  return { membership, at: row.ended, lately, returns, told: { title: null, days: horizon, probability: 1 - chanceIn(returns), ended: true } };
}
