import { day, type Instant, instant } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { type Interactions, interactionsOf } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readColumns } from '../classify/index.ts';
import type { Taken } from './taken.ts';
import { type NotSelling, stageSelling } from './selling.ts';
import { stageKept } from './stage-kept.ts';
import { readViews } from './views.ts';

/** A product as it is called; `key` is its id, or its name where it has none. */
export type Product = {
  readonly key: string;
  readonly name: string;
  readonly category: string | null /** Customers who bought it, and kept it. */;
  readonly buyers: number;
  /** Ids of the same name and category that are one product with it: a number of before, or another size. */
  readonly others?: readonly string[];
  /** Why it is in no list, though nobody said so. */
  readonly notSelling?: NotSelling | null;
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
};

/** Who bought and looked at what up to an instant: rows are `profiles`, columns `products`, the most bought first; weights are numbers of orders. */
export type Purchases = {
  readonly asOf: Instant;
  readonly profiles: Int32Array;
  /** Who only looked: their rows, among views, follow those of `profiles`. */
  readonly viewers: Int32Array;
  readonly products: readonly Product[];
  /** Places of the products of each category. */
  readonly byCategory: ReadonlyMap<string, readonly number[]>;
  readonly interactions: Taken;
  /** Places of the products that customers sent back and have none of. */
  readonly sentBack: ReadonlyMap<number, ReadonlySet<number>>;
};

/** So many products of a shop can be recommended: the rest is bought too seldom to say anything about. */
const mostProducts = 20_000;

export async function readPurchases(warehouse: Warehouse, asOf: Instant): Promise<Purchases> {
  const { profiles, products, interactions } = await readBought(warehouse, asOf);
  const sentBack = await readSentBack(warehouse);
  const byCategory = Map.groupBy(products.keys(), (place) => products[place]?.category ?? '');
  const categories = new Int32Array(products.length);
  [...byCategory.values()].forEach((own, category) => own.forEach((place) => (categories[place] = category)));
  const { viewers, views } = await readViews(warehouse, asOf, profiles, categories, byCategory.size);
  return { asOf, profiles, viewers, products, byCategory, interactions: { ...interactions, categories, views }, sentBack };
}

/** The row of a customer; −1 of one who neither bought nor looked at anything that is known. */
export function rowOf({ profiles, viewers }: Purchases, profile: number): number {
  const bought = profiles.indexOf(profile);
  if (bought >= 0) return bought;
  const looked = viewers.indexOf(profile);
  return looked < 0 ? -1 : profiles.length + looked;
}

/** A product as people can be told of it: by its number and category where it has no name. */
export const calledBy = (key: Fragment): Fragment => sql`coalesce(name, ${key} || coalesce(' (' || category || ')', ''))`;

type Bought = Pick<Purchases, 'profiles' | 'products'> & { readonly interactions: Interactions };

/**
 * Lines that customers kept with `from < t <= asOf` (without `from`, all) → one entry per customer and product. Products are numbered inside the engine; those of one name and category are one, told by the id that sold last.
 */
async function readBought(warehouse: Warehouse, asOf: Instant, from?: Instant): Promise<Bought> {
  await stageKept(warehouse, asOf);
  await warehouse.run(sql`create or replace temp table predict_names as
    select key, first_value(key) over (partition by lower(coalesce(nullif(trim(called), ''), key)), category order by last_at desc, times desc, key) as one
    from (select key, mode(name) as called, mode(category) as category, max(ordered_at) as last_at, count(*) as times from predict_kept group by key)`);
  await stageSelling(warehouse, asOf);
  await warehouse.run(sql`create or replace temp table predict_purchases as
    select profile, one as key, any_value(name) as name, any_value(category) as category, count(distinct order_id)::DOUBLE as times
    from predict_kept join predict_names using (key) where profile is not null and ${from === undefined ? sql`true` : sql`ordered_at > ${timestamp(from)}`} group by all`);
  await warehouse.run(sql`create or replace temp table predict_products as
    select key, mode(name) as name, mode(category) as category, count(*)::INTEGER as buyers, (row_number() over (order by count(*) desc, key) - 1)::INTEGER as place
    from predict_purchases group by key qualify place < ${mostProducts}`);
  await warehouse.run(
    sql`create or replace temp table predict_product_keys as select n.key, p.place from predict_names n join predict_products p on p.key = n.one`,
  );
  const products = await warehouse.rows<Product>(sql`
    select p.key, ${calledBy(sql`p.key`)} as name, p.category, p.buyers, list_filter(k.keys, own -> own <> p.key) as others,
      case when s.gone then 'gone' when s.free then 'free' end as "notSelling", s.first_at as "firstAt", s.last_at as "lastAt"
    from predict_products p join predict_selling s using (key) join (select place, list(key order by key) as keys from predict_product_keys group by place) k using (place) order by p.place`);
  const [profiles = new Float64Array(), places = new Float64Array(), times = new Float64Array()] = await readColumns(
    warehouse,
    sql`select profile::DOUBLE as profile, place::DOUBLE as place, times from predict_purchases join predict_products using (key) order by profile, place`,
  );
  const distinct = Int32Array.from(profiles).filter((profile, row) => row === 0 || profile !== profiles[row - 1]);
  const users = new Uint32Array(profiles.length);
  for (let row = 0, user = -1; row < profiles.length; row += 1) {
    if (row === 0 || profiles[row] !== profiles[row - 1]) user += 1;
    users[row] = user;
  }
  return { profiles: distinct, products, interactions: interactionsOf(users, places, distinct.length, products.length, times) };
}

/** Of each customer what they sent back and did not keep another of. */
async function readSentBack(warehouse: Warehouse): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const rows = await warehouse.rows<{ profile: number; places: readonly number[] }>(sql`
    select b.profile, list(distinct k.place order by k.place) as places from predict_back b join predict_product_keys k using (key)
    where b.profile is not null and (b.profile, k.place) not in (select (u.profile, p.place) from predict_purchases u join predict_products p using (key)) group by b.profile order by b.profile`);
  return new Map(rows.map(({ profile, places }) => [profile, new Set(places)]));
}

/** What each customer of `before` bought in the days after: sets of places in its products. Customers who bought nothing are absent. */
export async function readLater(warehouse: Warehouse, before: Purchases, horizonDays: number): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const later = await readBought(warehouse, instant(before.asOf + horizonDays * day), before.asOf);
  const places = new Map(before.products.flatMap(({ key, others = [] }, place) => [key, ...others].map((own) => [own, place] as const)));
  const placeOf = ({ key, others = [] }: Product): number => [key, ...others].map((own) => places.get(own)).find((place) => place !== undefined) ?? -1;
  const rows = new Map(Array.from(before.profiles, (profile, row) => [profile, row]));
  const found = new Map<number, ReadonlySet<number>>();
  later.profiles.forEach((profile, user) => {
    const { starts, items } = later.interactions;
    const row = rows.get(profile);
    const bought = Array.from(items.subarray(starts[user], starts[user + 1]), (item) => {
      const product = later.products[item];
      return product === undefined ? -1 : placeOf(product);
    }).filter((place) => place >= 0);
    if (row !== undefined && bought.length > 0) found.set(row, new Set(bought));
  });
  return found;
}
