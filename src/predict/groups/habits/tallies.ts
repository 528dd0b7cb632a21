import { type Instant, localDate } from '../../../core/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import { type Comings, type FeatureTable, noComings, type Tally, tell, tellComing, type Told } from '../../../stats/index.ts';
import { onSite } from '../../../profiles/index.ts';
import { orderedValue, type Warehouse } from '../../../warehouse/index.ts';
import type { Shop } from '../../classify/index.ts';
import { localDay } from '../../value/histories/stage.ts';
import { hoursOrdered, isOf } from './columns.ts';
import { type Facet, isBeside, type TallyPlan } from './tally-plan.ts';

const basketParts = 4;
const gapParts = 10;
/** Hours in pairs. */
const hourLevels = 12;
/** Weeks looked back for visits. */
const mostWeeks = 26;

type Customers = { readonly profiles: Int32Array; readonly table: FeatureTable };

export async function planTallies(
  warehouse: Warehouse,
  { workspace }: Shop,
  at: Instant,
  mix: readonly string[],
  facets: readonly Facet[],
): Promise<TallyPlan> {
  const inner = (parts: number): Fragment => join(Array.from({ length: parts - 1 }, (_, place) => sql`${(place + 1) / parts}::DOUBLE`));
  const found = await warehouse.row<{ baskets: readonly number[] | null; days: readonly number[] | null; hours: boolean; mails: boolean; visits: boolean }>(sql`
    with gaps as (${gapsOf(workspace.zone, at)})
    select (select quantile_disc(${orderedValue()}::DOUBLE, [${inner(basketParts)}]) from orders where ${bought(at)}) as baskets,
      (select quantile_disc(gap::DOUBLE, [${inner(gapParts)}]) from gaps where gap is not null) as days,
      exists (select 1 from (${hoursOrdered(workspace.zone, at)}) where hour is not null) as hours,
      exists (select 1 from events where ${happened(at)} and name = ${delivered}) as mails, exists (select 1 from events where ${happened(at)} and ${onSite}) as visits`);
  const limits = (values: readonly number[] | null | undefined): readonly number[] => [...new Set(values ?? [])].sort((a, b) => a - b);
  const days = limits(found?.days);
  return {
    facets: facets.filter((facet) =>
      facet === 'categories' ? mix.length > 1 : facet === 'hours' || facet === 'mails' || facet === 'visits' ? found?.[facet] === true : true,
    ),
    mix,
    baskets: limits(found?.baskets),
    days,
    renewal: facets.includes('rhythm') && days.length > 0,
  };
}

const bought = (at: Instant): Fragment => sql`counts and not is_return and profile is not null and ordered_at <= ${timestamp(at)}`;

const happened = (at: Instant): Fragment => sql`profile is not null and occurred_at <= ${timestamp(at)}`;
const delivered = 'Email Delivered';

/** Days from one purchase to the next; orders of one local day are one. */
const gapsOf = (zone: string, at: Instant): Fragment => sql`select profile, day, (day - lag(day) over (partition by profile order by day))::INTEGER as gap
  from (select distinct profile, ${localDay(zone)} as day from orders where ${bought(at)})`;

/** What is told of each customer: their counts, facet after facet, and when they came where the plan says so. */
export async function readTallies(warehouse: Warehouse, shop: Shop, customers: Customers, at: Instant, plan: TallyPlan): Promise<Told> {
  const rows = rowsOf(customers.profiles);
  const { zone } = shop.workspace;
  const renewal = plan.renewal === true;
  const tallies: Tally[] = [];
  const beside: Tally[] = [];
  for (const facet of plan.facets) {
    if (renewal && facet === 'rhythm') continue;
    const own = await readFacet(warehouse, rows, zone, { table: customers.table, at, plan }, facet);
    (renewal && isBeside(facet) ? beside : tallies).push(own);
  }
  return renewal ? { tallies, comings: await comingsOf(warehouse, rows, zone, at, beside) } : { tallies };
}

type Moment = { readonly table: FeatureTable; readonly at: Instant; readonly plan: TallyPlan };

function readFacet(warehouse: Warehouse, rows: Rows, zone: string, { table, at, plan }: Moment, facet: Facet): Tally | Promise<Tally> {
  switch (facet) {
    case 'discounts':
      return discountsOf(table);
    case 'categories': {
      const levels = plan.mix.map((category) => isOf(category, plan.mix));
      return counted(warehouse, rows, sql`items where ${bought(at)}`, levels);
    }
    case 'hours': {
      const levels = Array.from({ length: hourLevels }, (_, level) => sql`hour // ${24 / hourLevels} = ${level}`);
      return counted(warehouse, rows, sql`(${hoursOrdered(zone, at)})`, levels);
    }
    case 'baskets':
      return counted(warehouse, rows, sql`orders where ${bought(at)}`, between(sql`${orderedValue()}::DOUBLE`, plan.baskets));
    case 'rhythm':
      return rhythmOf(warehouse, rows, zone, at, plan.days);
    case 'mails':
      return read(warehouse, rows, mailsOf(at), 2);
    case 'visits':
      return read(warehouse, rows, visitsOf(at), 2);
  }
}

/** E-mails that were opened (or clicked), of those that arrived, and those that were not. Of one campaign there is one; without a name, one a day. */
function mailsOf(at: Instant): Fragment {
  const different = sql`count(distinct coalesce(campaign, occurred_at::DATE::VARCHAR))`;
  return sql`select profile, least(opened, sent) as c0, sent - least(opened, sent) as c1 from (
    select profile, (${different} filter (where name <> ${delivered}))::INTEGER as opened, (${different} filter (where name = ${delivered}))::INTEGER as sent
    from events where ${happened(at)} and name in (${delivered}, 'Email Opened', 'Email Link Clicked') group by profile)`;
}

/**
 * Weeks in which they looked around without an order coming of it, and weeks in which they did not: of the last half year, since their first order and since the shop knows of visits. A visit is a session, or a day
 * where none is named.
 */
function visitsOf(at: Instant): Fragment {
  const week = (since: Fragment): Fragment => sql`floor(date_diff('second', ${since}, ${timestamp(at)}) / ${7 * 24 * 3600})::INTEGER`;
  return sql`with visits as (
      select profile, min(${week(sql`occurred_at`)}) as week from events
      where ${happened(at)} and occurred_at > ${timestamp(at)} - to_days(${7 * mostWeeks}::INTEGER) and ${onSite}
      group by profile, coalesce(session, occurred_at::DATE::VARCHAR) having not bool_or(name = 'Order Completed')),
    known as (
      select profile, least(${mostWeeks}, ${week(sql`greatest(min(ordered_at), (select min(occurred_at) from events where ${onSite} and profile is not null))`)}) as weeks
      from orders where ${bought(at)} group by profile)
    select profile, looked as c0, weeks - looked as c1 from (
      select k.profile, k.weeks, (count(distinct v.week) filter (where v.week < k.weeks))::INTEGER as looked from known k left join visits v using (profile) group by all)`;
}

/** Up to and with each limit, and beyond the last. */
function between(value: Fragment, limits: readonly number[]): readonly Fragment[] {
  const below = limits.map((limit, place) => {
    const before = limits[place - 1];
    return before === undefined ? sql`${value} <= ${limit}` : sql`${value} > ${before} and ${value} <= ${limit}`;
  });
  const last = limits.at(-1);
  return last === undefined ? [sql`${value} is not null`] : [...below, sql`${value} > ${last}`];
}

/** Row of each profile by its number, −1 for those who are not asked about: numbers of profiles are counted up, so a million need no map. */
type Rows = { readonly of: Int32Array; readonly count: number };

function rowsOf(profiles: Int32Array): Rows {
  const of = new Int32Array(profiles.reduce((most, profile) => Math.max(most, profile), -1) + 1).fill(-1);
  profiles.forEach((profile, row) => (of[profile] = row));
  return { of, count: profiles.length };
}

async function counted(warehouse: Warehouse, rows: Rows, from: Fragment, levels: readonly Fragment[]): Promise<Tally> {
  const counts = levels.map((level, place) => sql`(count(*) filter (where ${level}))::INTEGER as ${ident(`c${place}`)}`);
  return read(warehouse, rows, sql`select profile, ${join(counts)} from ${from} group by profile`, levels.length);
}

/**
 * Where plans say nothing of gaps themselves: how long until the next purchase, of all but the last; and whether the silence since the last one is longer than nine gaps in ten of everybody's, so that it is a "not again". A shorter silence says
 * nothing yet, and how long a longer one has been is not asked.
 */
function rhythmOf(warehouse: Warehouse, rows: Rows, zone: string, at: Instant, limits: readonly number[]): Promise<Tally> {
  const levels = between(sql`gap`, limits);
  const counts = levels.map((level, place) => sql`(count(*) filter (where ${level}))::INTEGER as ${ident(`c${place}`)}`);
  const silent = sql`(max(day) < ${localDate(at, zone)}::DATE - ${Math.ceil(limits.at(-1) ?? 0)}::INTEGER)::INTEGER as ${ident(`c${levels.length}`)}`;
  return read(warehouse, rows, sql`select profile, ${join([...counts, silent])} from (${gapsOf(zone, at)}) group by profile`, levels.length + 1);
}

/** Gaps of each customer in days, and the days since their last purchase. Of whoever never bought nothing is known: no gap, and no silence. */
async function comingsOf(warehouse: Warehouse, rows: Rows, zone: string, at: Instant, beside: readonly Tally[]): Promise<Comings> {
  const comings = noComings(rows.count, beside);
  const query = sql`select profile, count(gap)::INTEGER as gaps, coalesce(sum(gap), 0)::DOUBLE as days, coalesce(sum(ln(gap)), 0)::DOUBLE as logs,
    (${localDate(at, zone)}::DATE - max(day))::INTEGER as silence from (${gapsOf(zone, at)}) group by profile`;
  await warehouse.chunks(query, (columns, length) => {
    const value = (column: number, place: number): number => Number(columns[column]?.values[place] ?? 0);
    for (let place = 0; place < length; place += 1) {
      const row = rows.of[value(0, place)] ?? -1;
      if (row < 0) continue;
      tellComing(comings, row, { gaps: value(1, place), days: value(2, place), logs: value(3, place), silence: value(4, place) });
    }
  });
  return comings;
}

async function read(warehouse: Warehouse, rows: Rows, query: Fragment, levels: number): Promise<Tally> {
  const counts = new Uint8Array(rows.count * levels);
  const own = new Float64Array(levels);
  await warehouse.chunks(query, (columns, length) => {
    for (let place = 0; place < length; place += 1) {
      const row = rows.of[Number(columns[0]?.values[place])] ?? -1;
      if (row < 0) continue;
      for (let level = 0; level < levels; level += 1) own[level] = Number(columns[level + 1]?.values[place] ?? 0);
      tell(counts, row * levels, own);
    }
  });
  return { levels, counts };
}

/** Orders with a discount, and without. */
function discountsOf(table: FeatureTable): Tally {
  const [share, orders] = ['discount_share', 'orders_count'].map((name) => table.columns.find((own) => own.name === name));
  const counts = new Uint8Array(table.rows * 2);
  if (share?.kind !== 'number' || orders?.kind !== 'number') return { levels: 2, counts };
  for (let row = 0; row < table.rows; row += 1) {
    const count = Number.isFinite(orders.values[row]) ? (orders.values[row] ?? 0) : 0;
    const reduced = count === 0 ? 0 : Math.round((share.values[row] ?? 0) * count);
    tell(counts, row * 2, [reduced, count - reduced]);
  }
  return { levels: 2, counts };
}
