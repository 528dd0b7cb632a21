import type { PurchaseGapsAnswer } from '../../contract/schemas.ts';
import { sql, type Fragment } from '../../sql/index.ts';
import { all, attribute, quietFor, text } from '../base/conditions.ts';
import { type InsightContext, ordersUpTo } from '../base/context.ts';
import { secondOrders } from '../next-steps/habits.ts';
import { counted, days, share } from '../report/words.ts';

/** Borders of the bins in days; the last bin is open. */
const borders = [0, 1, 7, 14, 21, 28, 35, 42, 56, 70, 91, 119, 154, 182, 273, 365] as const;
const mostOrders = 10;
const fewest = 5;

type Quartiles = { readonly gaps: number; readonly median: number | null; readonly p25: number | null; readonly p75: number | null };

/** Days between one order and the next: how they spread, how they shorten with each order, and when a second order usually comes. */
export async function purchaseGaps(context: InsightContext): Promise<PurchaseGapsAnswer> {
  const { warehouse, features, asOf } = context;
  await warehouse.run(sql`create or replace temp table insight_gaps as
    select "order"::INTEGER as "order", (instants[("order" + 1)::INTEGER] - instants["order"::INTEGER]) / 86400000000.0 as gap from (
      select instants, unnest(range(1, len(instants))) as "order" from (
        select list_sort(list(epoch_us(ordered_at))) as instants from orders where ${ordersUpTo(context)} and profile is not null group by profile having count(*) > 1))`);
  const quartiles = sql`count(*)::INTEGER as gaps, quantile_cont(gap, 0.5) as median, quantile_cont(gap, 0.25) as p25, quantile_cont(gap, 0.75) as p75`;
  const overall = await warehouse.row<Quartiles>(sql`select ${quartiles} from insight_gaps`);
  const byOrder = await warehouse.rows<Quartiles & { order: number }>(
    sql`select "order", ${quartiles} from insight_gaps where "order" <= ${mostOrders} group by "order" having count(*) >= ${fewest} order by "order"`,
  );
  const gaps = await warehouse.rows<{ bin: number; n: number }>(sql`select ${binOf(sql`gap`)} as bin, count(*)::INTEGER as n from insight_gaps group by bin`);
  const people = await warehouse.rows<{ bin: number; n: number }>(
    sql`select ${binOf(sql`median_days_between_orders`)} as bin, count(*)::INTEGER as n from ${features} where median_days_between_orders is not null group by bin`,
  );
  await warehouse.run(sql`drop table insight_gaps`);
  const second = await secondOrder(context);
  return {
    as_of: asOf,
    sentence: sentenceOf(overall, second),
    how: 'Days of 24 hours between one order and the next of the same customer. Quartiles over all such gaps; people by their own median gap.',
    gaps: overall?.gaps ?? 0,
    median: overall?.median ?? null,
    p25: overall?.p25 ?? null,
    p75: overall?.p75 ?? null,
    bins: borders.map((from, index) => binAt(from, borders[index + 1], numberAt(gaps, index), numberAt(people, index))),
    by_order: byOrder.map(({ order, gaps: n, median, p25, p75 }) => ({
      order,
      median: median ?? 0,
      p25: p25 ?? 0,
      p75: p75 ?? 0,
      people: n,
      expression: text(attribute('orders_count', '>=', order + 1)),
    })),
    second_order: second,
  };
}

const binOf = (gap: Fragment): Fragment =>
  sql`len(list_filter([${borders.slice(1).reduce((list, border) => sql`${list}, ${border}`, sql`${borders[0]}`)}], border -> border <= ${gap}))::INTEGER - 1`;

const numberAt = (rows: readonly { readonly bin: number; readonly n: number }[], bin: number): number => rows.find((row) => row.bin === bin)?.n ?? 0;

function binAt(from: number, to: number | undefined, gaps: number, people: number): PurchaseGapsAnswer['bins'][number] {
  const least = attribute('median_days_between_orders', '>=', from);
  return {
    from_days: from,
    to_days: to ?? null,
    gaps,
    people,
    expression: text(to === undefined ? least : all(least, attribute('median_days_between_orders', '<', to))),
  };
}

async function secondOrder(context: InsightContext): Promise<PurchaseGapsAnswer['second_order']> {
  const second = await secondOrders(context);
  if (second === undefined) return null;
  const early = Math.floor(second.early);
  const late = Math.ceil(second.late);
  const row = await context.warehouse.row<{ buyers: number; due: number }>(sql`
    select count(*) filter (orders_count > 0)::INTEGER as buyers, count(*) filter (orders_count = 1 and days_since_last_order >= ${early} and days_since_last_order <= ${late})::INTEGER as due from ${context.features}`);
  return {
    usual_day: second.usual,
    early_day: early,
    late_day: late,
    share_came_back: row === undefined || row.buyers === 0 ? 0 : second.customers / row.buyers,
    due: { people: row?.due ?? 0, expression: text(all(attribute('orders_count', '=', 1), quietFor('>=', early), quietFor('<=', late))) },
  };
}

function sentenceOf(overall: Quartiles | undefined, second: PurchaseGapsAnswer['second_order']): string {
  if (overall === undefined || overall.median === null || second === null) return 'Nobody has ordered twice yet.';
  const due = second.due.people === 0 ? '' : ` ${counted(second.due.people, 'first-time buyer')} ${second.due.people === 1 ? 'is' : 'are'} at that point now.`;
  return `Half of all orders come within ${days(overall.median)} of the one before. ${share(second.share_came_back)} of buyers came back; for their second order usually after ${days(second.usual_day)}.${due}`;
}
