import type { Instant } from '../../core/index.ts';
import { isCharge } from '../../profiles/index.ts';
import { type Fragment, join, sql, timestamp } from '../../sql/index.ts';
import { calledBy } from './purchases.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A customer will soon need a product again, by their own rhythm. */
export type Reorder = {
  readonly profile: number;
  readonly product: string;
  readonly name: string;
  readonly times: number;
  readonly everyDays: number;
  readonly lastAt: Instant;
  readonly due: Instant;
};

/** Fewer purchases than this are no rhythm. */
const fewestTimes = 3;
/** Gaps whose middle half says something of them. */
const fewestForMiddle = 4;

/**
 * Who is due to reorder what from `asOf` until so many days later: products that a customer bought on at least three days at a steady pace: the
 * gaps' standard deviation is no more than half of their mean, or, of four and more, which one long pause may be among, their middle half is no wider than half of their median (of two gaps it is narrower than the median whatever they are), due a median gap after the last. The soonest `most`, and how many there are in all, without products that are `leftOut`.
 */
export async function dueReorders(
  warehouse: Warehouse,
  asOf: Instant,
  withinDays: number,
  most = 1000,
  leftOut: readonly string[] = [],
): Promise<{ readonly total: number; readonly items: readonly Reorder[] }> {
  const rows = await reorders(
    warehouse,
    asOf,
    sql`true`,
    sql`${leftOut.length === 0 ? sql`true` : sql`product not in (${join(leftOut.map((key) => sql`${key}`))})`} and due > ${timestamp(asOf)} and due <= ${timestamp(asOf)} + to_days(${withinDays}::INTEGER)`,
    most,
  );
  return { total: rows[0]?.total ?? 0, items: rows.map(reorderOf) };
}

/** What one customer will need again, soonest first; what is overdue by less than another of its own gaps too. */
export async function customerReorders(warehouse: Warehouse, asOf: Instant, profile: number): Promise<readonly Reorder[]> {
  const rows = await reorders(warehouse, asOf, sql`profile = ${profile}`, sql`due + to_days(round(every)::INTEGER) > ${timestamp(asOf)}`, 20);
  return rows.map(reorderOf);
}

const reorderOf = ({ profile, product, name, times, everyDays, lastAt, due }: Reorder): Reorder => ({ profile, product, name, times, everyDays, lastAt, due });

function reorders(
  warehouse: Warehouse,
  asOf: Instant,
  who: Fragment,
  when: Fragment,
  most: number,
): Promise<readonly (Reorder & { readonly total: number })[]> {
  return warehouse.rows<Reorder & { readonly total: number }>(sql`
    with days as (
      select profile, coalesce(nullif(trim(product_id), ''), nullif(trim(name), '')) as product, any_value(name) as name, any_value(category) as category, ordered_at::DATE as day, max(ordered_at) as moment
      from items where profile is not null and ${who} and counts and not is_return and ordered_at <= ${timestamp(asOf)} group by all having product is not null),
    gaps as (select *, date_diff('day', lag(day) over (partition by profile, product order by day), day) as gap from days),
    rhythms as (
      select profile, product, any_value(name) as name, any_value(category) as category, count(*)::INTEGER as times, median(gap) as every, max(moment) as last, stddev_samp(gap) <= avg(gap) / 2 as even,
        count(gap) >= ${fewestForMiddle} and quantile_cont(gap, 0.75) - quantile_cont(gap, 0.25) <= median(gap) / 2 as mostly
      from gaps group by profile, product having count(*) >= ${fewestTimes}),
    expected as (select *, last + to_days(round(every)::INTEGER) as due from rhythms where (even or mostly) and every >= 1 and not ${isCharge(sql`coalesce(name, product)`)})
    select profile, product, ${calledBy(sql`product`)} as name, times, every::DOUBLE as "everyDays", last as "lastAt", due, count(*) over ()::INTEGER as total
    from expected where ${when} order by due, profile, product limit ${most}`);
}
