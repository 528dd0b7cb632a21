import type { ProductLine, Products } from '../../contract/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';

/** What sold most, by category and by product, over all time up to the moment. */
export async function productTables(context: ReportContext): Promise<readonly Products[]> {
  const categories = await tableOf(context, 'category', sql`category`);
  const products = await tableOf(context, 'product', sql`coalesce(name, product_id)`);
  // One category says nothing that the total doesn't.
  return [categories, products].filter((each) => each.lines.length >= 2);
}

async function tableOf({ warehouse, moment }: ReportContext, kind: Products['kind'], group: Fragment): Promise<Products> {
  const lines = sql`select ${group} as name, source, order_id, profile, is_return, coalesce(total, price * quantity, 0) as total from items
    where counts and ordered_at <= ${timestamp(moment)} and nullif(trim(${group}), '') is not null`;
  const sums = await warehouse.row<{ total: number; distinct: number }>(
    sql`select coalesce(sum(total), 0)::DOUBLE as total, count(distinct name)::INTEGER as "distinct" from (${lines})`,
  );
  const rows = await warehouse.rows<ProductLine>(
    sql`with lines as (${lines}),
        largest as (select name, sum(total) as revenue from lines group by name order by revenue desc, name limit 10),
        buyers as (select l.name, l.profile, count(distinct (l.source, l.order_id)) as orders from lines l semi join largest using (name) where not l.is_return group by l.name, l.profile)
        select g.name, any_value(g.revenue)::DOUBLE as revenue, sum(b.orders)::INTEGER as orders, count(b.profile)::INTEGER as customers,
          coalesce(count(*) filter (b.orders >= 2 and b.profile is not null) / nullif(count(b.profile), 0), 0)::DOUBLE as repeat
        from largest g join buyers b using (name) group by g.name order by revenue desc, g.name`,
  );
  return { kind, total: sums?.total ?? 0, distinct: sums?.distinct ?? 0, lines: rows };
}
