import type { Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { basketRules, frequentSets, normalQuantile, wilsonInterval } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readColumns } from '../classify/index.ts';
import type { Product } from './purchases.ts';
import { stageKept } from './stage-kept.ts';

/** Who has all of `left` in the basket often has `right` too; see `BasketRule` of the statistics. */
export type ShopRule = {
  readonly left: readonly string[];
  readonly right: string;
  readonly baskets: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  /** Orders with `left`. */
  readonly of: number;
  /** 95% interval of the confidence (Wilson). */
  readonly low: number;
  readonly high: number;
  /** Different customers who have all of it in an order. */
  readonly people: number;
};

/** Fewer customers than this are a habit of theirs, not of the shop's. */
const fewestPeople = 5;

/** Orders are sampled down to so many, and products to those in at least `leastSupport` of them. */
const mostBaskets = 100_000;

/**
 * Rules over the orders up to an instant, products by name, of what customers kept. A rule is told where at least five different customers have it, and where its share is above that of all orders for more than chance among as many rules as
 * were looked at (the lower end of Wilson's interval at 5% over their number); first is the one that is surely the most times as many.
 */
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
  await stageKept(warehouse, asOf);
  await warehouse.run(sql`create or replace temp table predict_lines as
    select source, order_id, coalesce(nullif(trim(name), ''), key) as product, any_value(profile) as profile from predict_kept group by source, order_id, product`);
  await warehouse.run(sql`create or replace temp table predict_baskets as
    select source, order_id, any_value(profile) as profile, (row_number() over (order by hash(source || order_id), source, order_id) - 1)::INTEGER as basket from predict_lines group by source, order_id qualify basket < ${mostBaskets}`);
  const total = (await warehouse.row<{ total: number }>(sql`select count(*)::INTEGER as total from predict_baskets`))?.total ?? 0;
  const fewest = Math.max(5, Math.ceil(leastSupport * total));
  await warehouse.run(sql`create or replace temp table predict_frequent as
    select product, (row_number() over (order by count(*) desc, product) - 1)::INTEGER as place from predict_lines join predict_baskets using (source, order_id) group by product having count(*) >= ${fewest}`);
  const products = await warehouse.rows<Product>(sql`
    select f.product as name, mode(k.key) as key, mode(k.category) as category, count(distinct k.profile)::INTEGER as buyers
    from predict_frequent f join predict_kept k on coalesce(nullif(trim(k.name), ''), k.key) = f.product group by f.product, f.place order by f.place`);
  const [baskets = new Float64Array(), places = new Float64Array()] = await readColumns(
    warehouse,
    sql`select basket::DOUBLE as basket, place::DOUBLE as place from predict_lines join predict_baskets using (source, order_id) join predict_frequent using (product) order by all`,
  );
  const lists: number[][] = Array.from({ length: total }, () => []);
  baskets.forEach((basket, row) => lists[basket]?.push(places[row] ?? 0));
  const [whose = new Float64Array()] = await readColumns(
    warehouse,
    sql`select coalesce(profile, -1 - basket)::DOUBLE as who from predict_baskets order by basket`,
  );
  const name = (place: number): string => products[place]?.name ?? '';
  const found = basketRules(frequentSets(lists, fewest), total, leastConfidence).filter(({ lift }) => lift > 1);
  const z = normalQuantile(1 - 0.025 / Math.max(1, found.length));
  const people = peopleWith(lists, whose, products.length);
  const sure = found
    .map((rule) => ({ ...rule, of: Math.round(rule.baskets / rule.confidence), base: rule.confidence / rule.lift }))
    .map((rule) => ({ ...rule, ...wilsonInterval(rule.baskets, rule.of), surely: wilsonInterval(rule.baskets, rule.of, z).low }))
    .filter(({ surely, base }) => surely > base)
    .toSorted((a, b) => b.surely / b.base - a.surely / a.base || b.baskets - a.baskets);
  const rules: ShopRule[] = [];
  for (const { left, right, baskets: both, support, confidence, lift, of, low, high } of sure) {
    if (rules.length >= most) break;
    const who = people([...left, right]);
    if (who >= fewestPeople) rules.push({ left: left.map(name), right: name(right), baskets: both, support, confidence, lift, of, low, high, people: who });
  }
  return {
    orders: total,
    rules,
    products: new Map(products.map((product) => [product.name, product])),
  };
}

/** How many different customers have all of some products in one order; an order of nobody known is one of its own. */
function peopleWith(lists: readonly (readonly number[])[], whose: Float64Array, products: number): (items: readonly number[]) => number {
  const holders: number[][] = Array.from({ length: products }, () => []);
  lists.forEach((items, basket) => {
    for (const item of items) holders[item]?.push(basket);
  });
  return (items) => {
    const [rarest = 0, ...others] = items.toSorted((a, b) => (holders[a]?.length ?? 0) - (holders[b]?.length ?? 0));
    const all = (holders[rarest] ?? []).filter((basket) => others.every((item) => lists[basket]?.includes(item)));
    return new Set(all.map((basket) => whose[basket])).size;
  };
}
