import { type Fragment, ident, sql } from '../../sql/index.ts';

/**
 * What a model of who stays away says of customers: a temp table with `profile` and `v0`, the probability of no order within `days`. It knows the rhythm of each, where a buying model takes orders to come at
 * random; so the buying model's chances are shifted, in log-odds and for each customer alike over all times, to where they agree with it on its own days. What somebody brings who orders at all stays as it was. Of those in the table `ended`, who have said that they leave, the one question is whether they are still there, however short their silence is.
 */
export type Silence = { readonly table: string; readonly days: number; readonly ended?: string };

/** Neither model is believed to be surer than this of one customer. */
const surest = 0.001;

const logOdds = (chance: number): number => {
  const own = Math.min(1 - surest, Math.max(surest, chance));
  return Math.log(own / (1 - own));
};

/** How far the log-odds of any order move where the buying model gives it one chance and the model of who stays away another. */
export const shiftOf = (bought: number, told: number): number => logOdds(told) - logOdds(bought);

/** A chance after the shift: nothing stays nothing, and certainty stays that. */
export const shifted = (chance: number, shift: number): number => (chance === 0 ? 0 : chance / (chance + (1 - chance) * Math.exp(-shift)));

/**
 * A model in which nobody leaves is certain of a year whatever a shift does to it: a weekly customer of whom nothing was heard for a year was 1% likely to come within 30 days and all but certain within 12 months. So of somebody who is late, who either goes on as before or is gone, no chance is
 * more than that of still being there: `told` within the days of the silence where the model says `bought`. `late` is 0 until the usual gap is over and 1 from twice the gap on.
 */
export const boundedBy = (
  shiftedChance: number,
  chance: number,
  { told, bought, late }: { readonly told: number; readonly bought: number; readonly late: number },
): number => (late > 0 && told < bought ? Math.min(shiftedChance, chance * (Math.max(surest, told) / Math.max(surest, bought)) ** late) : shiftedChance);

/** The same weight in SQL, of a row of histories: nothing for those with fewer than two gaps, who have no rhythm. */
export const lateness = (history: { readonly repeats: number; readonly recency: number; readonly age: number }): number =>
  history.repeats < 2 || history.recency <= 0 ? 0 : Math.min(1, Math.max(0, ((history.age - history.recency) * history.repeats) / history.recency - 1));
export const latenessIn = sql`case when h.repeats < 2 or h.recency_days <= 0 then 0 else least(1, greatest(0, (h.age_days - h.recency_days) * h.repeats / h.recency_days::DOUBLE - 1)) end`;

const logOddsIn = (chance: Fragment): Fragment => {
  const own = sql`least(${1 - surest}::DOUBLE, greatest(${surest}::DOUBLE, ${chance}))`;
  return sql`ln(${own} / (1 - ${own}))`;
};
const shiftedIn = (chance: Fragment): Fragment => sql`case when ${chance} = 0 then 0 else ${chance} / (${chance} + (1 - ${chance}) * exp(-shift)) end`;

const boundedIn = (chance: Fragment): Fragment =>
  sql`case when late > 0 and shift < 0 then least(${shiftedIn(chance)}, ${chance} * there ** late) else ${shiftedIn(chance)} end`;

/** A wait by whose end so many have not ordered yet, where the silence says sooner: who orders within its days with 97% does not wait for five weeks. Within these days orders are taken to come at one rate. */
const soonerOf = (wait: string, left: number, days: number): Fragment =>
  sql`case when quiet < ${left}::DOUBLE then least(${ident(wait)}, ${days * Math.log(left)}::DOUBLE / ln(greatest(${surest}::DOUBLE, quiet))) else ${ident(wait)} end`;

/**
 * Rows of scores with `late` (`latenessIn`, or nothing where the model knows of leaving) and `none_within`, the probability of no order in the days of the silence, as they are where the silence is believed, and `still`: how likely they are still a customer. Of whom it says nothing they stay as they were (the engine's least() and greatest() pass over what is unknown, so it is taken to say the same). Each step is a row of its own: the engine
 * works out a step anew wherever its text stands again.
 */
export const believed = (scores: Fragment, { table, days, ended }: Silence): Fragment => sql`
  select * exclude (none_within, late, there, shift, quiet, near, far, near_grown, far_grown) replace (
    ${soonerOf('next_days', 0.5, days)} as next_days, ${soonerOf('next_days_low', 0.9, days)} as next_days_low, ${soonerOf('next_days_high', 0.1, days)} as next_days_high,
    case when alive is null then null else ${shiftedIn(sql`alive`)} end as alive,
    near as return_90d, orders_90d * near_grown as orders_90d,
    greatest(0, (orders_90d_variance + orders_90d * orders_90d) * near_grown - (orders_90d * near_grown) ** 2) as orders_90d_variance,
    orders_3m * near_grown as orders_3m,
    greatest(orders_3m * near_grown, least(orders_12m * far_grown, orders_6m * sqrt(near_grown * far_grown))) as orders_6m,
    orders_12m * far_grown as orders_12m,
    greatest(0, (orders_12m_variance + orders_12m * orders_12m) * far_grown - (orders_12m * far_grown) ** 2) as orders_12m_variance,
    1 - far as orders_12m_none, orders_lifetime * far_grown as orders_lifetime), coalesce(${shiftedIn(sql`alive`)}, there ** late) as still
  from (select *, case when return_90d > 0 then near / return_90d else 1 end as near_grown, case when orders_12m_none < 1 then far / (1 - orders_12m_none) else 1 end as far_grown
  from (select *, ${boundedIn(sql`return_90d`)} as near, ${boundedIn(sql`(1 - orders_12m_none)`)} as far
  from (select s.* ${ended === undefined ? sql`` : sql`replace (case when e.profile is null then s.late else 1 end as late)`}, ${logOddsIn(sql`(1 - coalesce(w.v0, s.none_within))`)} - ${logOddsIn(sql`(1 - s.none_within)`)} as shift, w.v0 as quiet,
      least(1, greatest(${surest}::DOUBLE, 1 - coalesce(w.v0, s.none_within)) / greatest(${surest}::DOUBLE, 1 - s.none_within)) as there
    from (${scores}) s left join ${ident(table)} w on w.profile = s.profile ${ended === undefined ? sql`` : sql`left join ${ident(ended)} e on e.profile = s.profile`})))`;

/** Believed scores in which the waits of those who will hardly come back are unknown, as the buying model's own are. */
export const withWaits = (scores: Fragment): Fragment => sql`
  select * exclude (still) replace (case when still > 0.5 then next_days end as next_days, case when still > 0.1 then next_days_low end as next_days_low,
    case when still > 0.9 then next_days_high end as next_days_high) from (${scores})`;
