import type { ProductLine, Products } from '../../contract/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { keptOf, refundedOrders } from '../base/kept.ts';
import type { ReportContext } from './context.ts';

/** What sold most, by category and by product, over all time up to the moment. */
export async function productTables(context: ReportContext): Promise<readonly Products[]> {
  const categories = await tableOf(context, 'category', sql`category`);
  const products = await tableOf(context, 'product', sql`coalesce(name, product_id)`);
  // One category says nothing that the total doesn't, and where no line names a price nothing is known of any.
  return [categories, products].filter(({ found, priced }) => found.lines.length >= 2 && priced).map(({ found }) => found);
}

async function tableOf(
  { warehouse, moment }: ReportContext,
  kind: Products['kind'],
  group: Fragment,
): Promise<{ readonly found: Products; readonly priced: boolean }> {
  const lines = sql`select l.name, l.source, l.order_id, l.profile, l.is_return, ${keptOf(sql`l.amount`)} as total
    from (select ${group} as name, source, order_id, profile, is_return, coalesce(total, price * quantity) as amount from items
      where counts and ordered_at <= ${timestamp(moment)} and nullif(trim(${group}), '') is not null) l
    left join (${refundedOrders}) r on r.source = l.source and r.order_id = l.order_id`;
  const sums = await warehouse.row<{ total: number; distinct: number; priced: boolean }>(
    sql`select coalesce(sum(total), 0)::DOUBLE as total, count(distinct name)::INTEGER as "distinct", count(total) > 0 as priced from (${lines})`,
  );
  const rows = await warehouse.rows<ProductLine>(
    sql`with lines as (${lines}),
        largest as (select name, coalesce(sum(total), 0) as revenue from lines group by name order by revenue desc, name limit 10),
        buyers as (select l.name, l.profile, count(distinct (l.source, l.order_id)) as orders from lines l semi join largest using (name) where not l.is_return group by l.name, l.profile)
        select g.name, any_value(g.revenue)::DOUBLE as revenue, sum(b.orders)::INTEGER as orders, count(b.profile)::INTEGER as customers,
          coalesce(count(*) filter (b.orders >= 2 and b.profile is not null) / nullif(count(b.profile), 0), 0)::DOUBLE as repeat
        from largest g join buyers b using (name) group by g.name order by revenue desc, g.name`,
  );
  return { found: { kind, total: sums?.total ?? 0, distinct: sums?.distinct ?? 0, lines: rows }, priced: sums?.priced ?? false };
}
