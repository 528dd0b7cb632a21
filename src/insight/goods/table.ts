import type { CategoryTableAnswer } from '../../contract/schemas.ts';
import { sql } from '../../sql/index.ts';
import { facts, some, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { keptOf, refundedOrders } from '../base/kept.ts';
import { count, counted, share } from '../report/words.ts';
import { type Good, type Level, lineIs, linesOf, namesOf } from './goods.ts';

type Row = Omit<Good, 'key'> & {
  readonly key: string | null;
  readonly name: string | null;
  readonly lines: number;
  readonly priced: number;
  readonly revenue: number;
  readonly bought: number;
  readonly returned: number;
  readonly orders: number;
  readonly quantity: number;
  readonly people: number;
  readonly again: number;
  readonly firsts: number;
};

/** What sold, by category or product: money net of refunds and returns, orders, buyers, who came back for it, and for how many it was (in) the first order. */
export async function categoryTable(context: InsightContext, level: Level, limit: number): Promise<CategoryTableAnswer> {
  const more = sql`source, order_id, ordered_at, quantity, coalesce(total, price * quantity) as amount`;
  const found = await context.warehouse.rows<Row>(sql`
    with lines as materialized (select l.*, ${keptOf(sql`l.amount`)} as total from (${linesOf(context, level, more)}) l left join (${refundedOrders}) r on r.source = l.source and r.order_id = l.order_id),
      names as (${namesOf(sql`lines`)}),
      sums as (select key, max(written) as written, count(*) filter (identified)::INTEGER as identified, count(*) filter (not identified)::INTEGER as named, count(*)::INTEGER as lines, count(amount)::INTEGER as priced, coalesce(sum(total), 0)::DOUBLE as revenue,
        coalesce(sum(amount) filter (not is_return), 0)::DOUBLE as bought, coalesce(sum(case when is_return then -amount else amount - total end), 0)::DOUBLE as returned,
        coalesce(sum(quantity) filter (not is_return), 0)::DOUBLE as quantity from lines group by key),
      visits as (select key, profile, source, order_id, min(ordered_at) as ordered_at from lines where not is_return group by key, profile, source, order_id),
      buyers as (select v.key, v.profile, count(*) as orders, bool_or(v.ordered_at = f.first_order_at) as first from visits v left join ${context.features} f using (profile) group by v.key, v.profile),
      known as (select key, sum(orders)::INTEGER as orders, count(profile)::INTEGER as people, count(*) filter (profile is not null and orders >= 2)::INTEGER as again,
        count(*) filter (profile is not null and first)::INTEGER as firsts from buyers group by key)
    select s.*, n.name, coalesce(k.orders, 0)::INTEGER as orders, coalesce(k.people, 0)::INTEGER as people, coalesce(k.again, 0)::INTEGER as again, coalesce(k.firsts, 0)::INTEGER as firsts
    from sums s left join names n on n.key is not distinct from s.key left join known k on k.key is not distinct from s.key order by s.priced > 0 desc, s.revenue desc, orders desc, s.key nulls last`);
  const revenue = found.reduce((sum, row) => sum + row.revenue, 0);
  const rows = found.slice(0, limit).map((row) => rowOf(row, level, revenue));
  const lines = found.reduce((sum, row) => sum + row.lines, 0);
  const unpriced = lines - found.reduce((sum, row) => sum + row.priced, 0);
  const distinct = found.filter(({ key }) => key !== null).length;
  return {
    as_of: context.asOf,
    sentence: sentenceOf(rows, level, distinct),
    how: `${unpricedWords(lines, unpriced)}Lines of orders that count: money less refunds and returns; of an order that was refunded in part each line by the same share. Repeat: of its buyers, those who bought it in two orders or more. Returned: money that came back, of what was bought.`,
    level,
    revenue,
    unpriced,
    distinct,
    rows,
  };
}

function rowOf(row: Row, level: Level, revenue: number): CategoryTableAnswer['rows'][number] {
  const { key, name, people } = row;
  return {
    key,
    name: key === null ? null : name,
    revenue: row.priced === 0 ? null : row.revenue,
    revenue_share: row.priced === 0 || revenue === 0 ? null : row.revenue / revenue,
    orders: row.orders,
    quantity: row.quantity,
    repeat: people === 0 ? null : row.again / people,
    returned_share: row.bought <= 0 ? null : row.returned / row.bought,
    first_bought_by: row.firsts,
    people,
    expression: text(some(facts('items', { where: key === null ? nameless(level) : lineIs(level, { ...row, key }) }))),
  };
}

const unpricedWords = (lines: number, unpriced: number): string =>
  unpriced === 0
    ? ''
    : `${counted(unpriced, 'line')} of ${count(lines)} ${unpriced === 1 ? 'names' : 'name'} no price and ${unpriced === 1 ? 'adds' : 'add'} nothing to the money here. `;

const nameless = (level: Level) =>
  level === 'category'
    ? ({ kind: 'unknown', field: 'category' } as const)
    : ({
        kind: 'all',
        of: [
          { kind: 'unknown', field: 'product_id' },
          { kind: 'unknown', field: 'name' },
        ],
      } as const);

function sentenceOf(rows: CategoryTableAnswer['rows'], level: Level, distinct: number): string {
  const first = rows.find(({ key }) => key !== null);
  if (first === undefined) return level === 'category' ? 'No line of an order names a category.' : 'No line of an order names a product.';
  const many = counted(distinct, level === 'category' ? 'category' : 'product', level === 'category' ? 'categories' : 'products');
  if (first.revenue_share === null)
    return `${first.name ?? ''} was bought most often: ${counted(first.orders, 'order')} by ${counted(first.people, 'customer')}. What each ${level} brought is not known: no line of an order names a price.`;
  return `${first.name ?? ''} brings ${share(first.revenue_share)} of revenue, from ${counted(first.people, 'customer')}; the shop sold ${many}.`;
}
