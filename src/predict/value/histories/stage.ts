import { addCalendar, endOfDate, instant, type Instant, localDate, startOfDate, type Workspace } from '../../../core/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';

/** Where the past ends: the last local date that is seen, and the last instant. */
export type CutOff = { readonly date: string; readonly at: Instant };

/** The cut-off at the end of a local date (`2026-01-31`). */
export const cutOffAfter = (date: string, { zone }: Workspace): CutOff => ({ date, at: instant(endOfDate(date, zone) - 1) });

/** The date some days before another, by the calendar: a day that summer time begins or ends on is one, too. */
export const dateBefore = (date: string, days: number): string => localDate(addCalendar(startOfDate(date, 'UTC'), 'UTC', { days: -days }), 'UTC');

/** Days of a period of the discrete model. */
export const periodDays = 28;

/**
 * Facts, cut-off → one row per customer who ordered by then, in a temp table: `profile`, `repeats`, `recency_days`, `age_days`, `active`,
 * `first_spent` (money of the first day) and `repeat_spend` (mean money of a repeat day, null without one).
 *
 * Orders are rows that count and are no returns, until the cut-off; orders of one local day of the workspace's zone are one. The same
 * statement serves a training cut-off and today, so nothing later than the cut-off can be seen. Without `periods`, which only the discrete model asks
 * for, `active` is 0; with `profile`, one customer's row alone. A day's
 * sum is brought back to the type of a total: wide numbers take half as long again in all that follows.
 */
export async function stageHistories(
  warehouse: Warehouse,
  table: string,
  cutOff: CutOff,
  { zone }: Workspace,
  { periods = true, profile }: { readonly periods?: boolean; readonly profile?: number } = {},
): Promise<void> {
  const who = profile === undefined ? sql`profile is not null` : sql`profile = ${profile}`;
  await warehouse.run(sql`create or replace temp table ${ident(table)} as
    with days as (select profile, ${localDay(zone)} as day, sum(total)::DECIMAL(18,4) as spent from orders
      where counts and not is_return and ${who} and ordered_at <= ${timestamp(cutOff.at)} group by all),
    starts as (select profile, min(day) as first, max(day) as last, (count(*) - 1)::INTEGER as repeats, arg_min(spent, day) as first_spent, sum(spent) as spent
      from days group by profile),
    periods as (select d.profile, count(distinct (d.day - s.first) // ${periodDays})::INTEGER as active
      from days d join starts s using (profile) where ${periods} and d.day - s.first >= ${periodDays} group by d.profile)
    select s.profile, s.repeats, (s.last - s.first)::INTEGER as recency_days, (${cutOff.date}::DATE - s.first)::INTEGER as age_days,
      coalesce(p.active, 0)::INTEGER as active, s.first_spent::DOUBLE as first_spent,
      case when s.repeats > 0 then (s.spent - s.first_spent)::DOUBLE / s.repeats end as repeat_spend
    from starts s left join periods p using (profile)`);
}

/**
 * What came after: `profile`, `orders` (local days with an order) and `spent`, in a temp table, of dates later than one cut-off up to another. Only
 * those who ordered have a row.
 */
export async function stageOutcomes(warehouse: Warehouse, table: string, from: CutOff, until: CutOff, { zone }: Workspace): Promise<void> {
  await warehouse.run(sql`create or replace temp table ${ident(table)} as
    select profile, count(distinct ${localDay(zone)})::INTEGER as orders, sum(total)::DOUBLE as spent from orders
    where counts and not is_return and profile is not null and ordered_at > ${timestamp(from.at)} and ordered_at <= ${timestamp(until.at)} group by profile`);
}

/** The local date of an order. */
export const localDay = (zone: string): Fragment => (zone === 'UTC' ? sql`ordered_at::DATE` : sql`timezone(${zone}, timezone('UTC', ordered_at))::DATE`);
