import type { Instant } from '../../core/index.ts';
import { endedBy, livesByMemberships } from '../../profiles/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import { calledBy } from './purchases.ts';
import { keyOf, stageKept } from './stage-kept.ts';
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
  /** Where the pieces bought say how long they last: of the last time. */
  readonly pieces: number | null;
  /** The newest gaps are others than those of before. */
  readonly lately: boolean;
};

/** Fewer purchases than this are no rhythm. */
const fewestTimes = 3;
/** Gaps whose middle half says something of them. */
const fewestForMiddle = 4;

/**
 * Who is due to reorder what from `asOf` until so many days later: products that a customer bought, and kept, on at least three days at a steady pace: the
 * newest five gaps' standard deviation is no more than half of their mean, or, of four and more, which one long pause may be among, their middle half is no wider than half of their median (of two gaps it is narrower than the median whatever they are), due a median gap after the last. Where the gaps are clearly steadier by the piece, two last twice as long. What did not sell at that time a year ago is not due then, and where customers are members what comes by the calendar month or year is a charge that nobody has to be reminded of. The soonest `most`, and how many there are in all, without products that are `leftOut` and, where customers are members, without those who are members no more.
 */
export async function dueReorders(
  warehouse: Warehouse,
  asOf: Instant,
  withinDays: number,
  most = 1000,
  leftOut: readonly string[] = [],
): Promise<{ readonly total: number; readonly items: readonly Reorder[] }> {
  const membership = await livesByMemberships(warehouse, asOf);
  const rows = await reorders(
    warehouse,
    { asOf, members: membership !== undefined },
    membership === undefined ? sql`true` : sql`profile not in (${endedBy(membership, asOf)})`,
    sql`${leftOut.length === 0 ? sql`true` : sql`product not in (${join(leftOut.map((key) => sql`${key}`))})`} and due > ${timestamp(asOf)} and due <= ${timestamp(asOf)} + to_days(${withinDays}::INTEGER)`,
    most,
  );
  return { total: rows[0]?.total ?? 0, items: rows.map(reorderOf) };
}

/** What one customer will need again, soonest first; what is overdue by less than another of its own gaps too. */
export async function customerReorders(warehouse: Warehouse, asOf: Instant, profile: number): Promise<readonly Reorder[]> {
  const members = (await livesByMemberships(warehouse, asOf)) !== undefined;
  const rows = await reorders(warehouse, { asOf, members }, sql`profile = ${profile}`, sql`due + to_days(round(every)::INTEGER) > ${timestamp(asOf)}`, 20);
  return rows.map(reorderOf);
}

const reorderOf = ({ profile, product, name, times, everyDays, lastAt, due, pieces, lately: changed }: Reorder): Reorder => ({
  profile,
  product,
  name,
  times,
  everyDays,
  lastAt,
  due,
  pieces,
  lately: changed,
});

async function reorders(
  warehouse: Warehouse,
  { asOf, members }: { readonly asOf: Instant; readonly members: boolean },
  who: Fragment,
  when: Fragment,
  most: number,
): Promise<readonly (Reorder & { readonly total: number })[]> {
  await stageKept(warehouse, asOf, sql`profile is not null and ${who}`);
  return warehouse.rows<Reorder & { readonly total: number }>(sql`
    with named as (
      select *, first_value(key) over (partition by lower(coalesce(nullif(trim(name), ''), key)), category order by ordered_at desc, key) as product from predict_kept),
    days as (
      select profile, product, mode(name) as name, mode(category) as category, ordered_at::DATE as day, max(ordered_at) as moment, greatest(1, sum(coalesce(quantity, 1)))::DOUBLE as pieces from named group by profile, product, ordered_at::DATE),
    gaps as (
      select *, date_diff('day', lag(day) over own, day) as gap, lag(pieces) over own as lasted, row_number() over (partition by profile, product order by day desc) as back
      from days window own as (partition by profile, product order by day)),
    rhythms as (
      select profile, product, any_value(name) as name, any_value(category) as category, count(*)::INTEGER as times, max(moment) as last, max(pieces) filter (back = 1) as pieces, median(gap) as usual,
        ${rhythm(sql`gap`, 'plain')}, ${rhythm(sql`gap / lasted`, 'each')}, count(distinct lasted) filter (${newest}) > 1 as differs
      from gaps group by profile, product having count(*) >= ${fewestTimes}),
    charged as (
      select product from gaps where gap is not null group by product
      having ${members ? sql`count(*) >= 2 and count(*) filter (${byTheCalendar}) >= ${nearlyAll}::DOUBLE * count(*)` : sql`false`}),
    told as (select *, differs and each_even and each_spread < ${clearly}::DOUBLE * plain_spread as "byPiece" from rhythms where plain_even or each_even),
    expected as (
      select *, case when "byPiece" then each_every * pieces else plain_every end as every, last + to_days(round(case when "byPiece" then each_every * pieces else plain_every end)::INTEGER) as due
      from told where "byPiece" or plain_even),
    wanted as (select * from expected where every >= 1 and product not in (select product from charged) and ${when}),
    sold as (
      select w.product, w.day, count(*) filter (i.ordered_at::DATE between w.day - ${365 + season} and w.day - ${365 - season}) as then_sold, count(*)::DOUBLE as lines, min(i.ordered_at)::DATE as first
      from (select distinct product, due::DATE as day from wanted) w join items i on ${keyOf} = w.product where i.counts and not i.is_return and i.ordered_at <= ${timestamp(asOf)} group by w.product, w.day),
    outside as (
      select product, day from sold where first < day - ${365 + season}
        and lines * ${2 * season + 1} / greatest(1, date_diff('day', first, ${timestamp(asOf)}::DATE)) >= ${enoughSold} and then_sold < ${hardly}::DOUBLE * lines * ${2 * season + 1} / greatest(1, date_diff('day', first, ${timestamp(asOf)}::DATE)))
    select profile, product, ${calledBy(sql`product`)} as name, times, every::DOUBLE as "everyDays", last as "lastAt", due, case when "byPiece" then pieces end as pieces,
      not "byPiece" and usual not between plain_every * ${1 / lately}::DOUBLE and plain_every * ${lately}::DOUBLE as lately, count(*) over ()::INTEGER as total
    from wanted where (product, due::DATE) not in (select (product, day) from outside) order by due, profile, product limit ${most}`);
}

/** Whole calendar months or years between two days, and of nearly all gaps of a product. */
const byTheCalendar = sql`gap between 28 and 31 or gap between 59 and 62 or gap between 90 and 92 or gap between 365 and 366`;
const nearlyAll = 0.8;

/** The newest gaps say how somebody buys now: a rhythm that changed is followed after three of the new. */
const newestGaps = 5;
const newest = sql`back <= ${newestGaps}::INTEGER and gap is not null`;
/** Median, spread by mean, and whether that is a steady pace, of a number of the newest gaps. */
function rhythm(gap: Fragment, name: 'plain' | 'each'): Fragment {
  const called = (what: string): Fragment => ident(`${name}_${what}`);
  const spread = sql`stddev_samp(${gap}) filter (${newest}) / nullif(avg(${gap}) filter (${newest}), 0)`;
  return sql`median(${gap}) filter (${newest}) as ${called('every')}, ${spread} as ${called('spread')},
    coalesce(${spread} <= 0.5, false) or count(gap) filter (${newest}) >= ${fewestForMiddle}
      and quantile_cont(${gap}, 0.75) filter (${newest}) - quantile_cont(${gap}, 0.25) filter (${newest}) <= median(${gap}) filter (${newest}) / 2 as ${called('even')}`;
}
/** By the piece only where that is clearly steadier. */
const clearly = 0.8;
/** A usual gap so many times longer or shorter than the newest is another rhythm. */
const lately = 1.25;
/** A year before it was due, in as many days before and after, a product sold hardly: less than a tenth of its usual, where that would be five lines. */
const season = 28;
const enoughSold = 5;
const hardly = 0.1;
