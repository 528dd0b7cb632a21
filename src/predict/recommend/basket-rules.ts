import type { Instant } from '../../core/index.ts';
import { isCharge } from '../../profiles/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { basketRules, frequentSets } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readColumns } from '../classify/index.ts';
import type { Product } from './purchases.ts';

/** Who has all of `left` in the basket often has `right` too; see `BasketRule` of the statistics. */
export type ShopRule = {
  readonly left: readonly string[];
  readonly right: string;
  readonly baskets: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
};

/** Orders are sampled down to so many, and products to those in at least `leastSupport` of them. */
const mostBaskets = 100_000;

/** Rules over the orders up to an instant, highest lift first. Products by name. */
export async function shopRules(
  warehouse: Warehouse,
  asOf: Instant,
  leastSupport = 0.005,
  leastConfidence = 0.2,
  most = 200,
): Promise<{
  readonly orders: number;
  readonly rules: readonly ShopRule[] /** By name, as rules say them. */;
  readonly products: ReadonlyMap<string, Product>;
}> {
  await warehouse.run(sql`create or replace temp table predict_lines as
    select source, order_id, coalesce(nullif(trim(name), ''), product_id) as product from items
    where counts and not is_return and ordered_at <= ${timestamp(asOf)} and product is not null and not ${isCharge(sql`product`)} group by all`);
  await warehouse.run(sql`create or replace temp table predict_baskets as
    select source, order_id, (row_number() over (order by hash(source || order_id), source, order_id) - 1)::INTEGER as basket from predict_lines group by source, order_id qualify basket < ${mostBaskets}`);
  const total = (await warehouse.row<{ total: number }>(sql`select count(*)::INTEGER as total from predict_baskets`))?.total ?? 0;
  const fewest = Math.max(5, Math.ceil(leastSupport * total));
  await warehouse.run(sql`create or replace temp table predict_frequent as
    select product, (row_number() over (order by count(*) desc, product) - 1)::INTEGER as place from predict_lines join predict_baskets using (source, order_id) group by product having count(*) >= ${fewest}`);
  const products = await warehouse.rows<Product>(sql`
    select f.product as name, mode(coalesce(nullif(trim(i.product_id), ''), f.product)) as key, mode(i.category) as category, count(distinct i.profile)::INTEGER as buyers
    from predict_frequent f join items i on coalesce(nullif(trim(i.name), ''), i.product_id) = f.product
    where i.counts and not i.is_return and i.ordered_at <= ${timestamp(asOf)} group by f.product, f.place order by f.place`);
  const [baskets = new Float64Array(), places = new Float64Array()] = await readColumns(
    warehouse,
    sql`select basket::DOUBLE as basket, place::DOUBLE as place from predict_lines join predict_baskets using (source, order_id) join predict_frequent using (product) order by all`,
  );
  const lists: number[][] = Array.from({ length: total }, () => []);
  baskets.forEach((basket, row) => lists[basket]?.push(places[row] ?? 0));
  const name = (place: number): string => products[place]?.name ?? '';
  const rules = basketRules(frequentSets(lists, fewest), total, leastConfidence).filter(({ lift }) => lift > 1);
  return {
    orders: total,
    rules: rules.slice(0, most).map((rule) => ({ ...rule, left: rule.left.map(name), right: name(rule.right) })),
    products: new Map(products.map((product) => [product.name, product])),
  };
}
