import { day, type Instant, instant } from '../../core/index.ts';
import { isCharge } from '../../profiles/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { type Interactions, interactionsOf } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readColumns } from '../classify/index.ts';
import type { Taken } from './taken.ts';
import { readViews } from './views.ts';

/** A product as it is called; `key` is its id, or its name where it has none. */
export type Product = {
  readonly key: string;
  readonly name: string;
  readonly category: string | null /** Customers who bought it. */;
  readonly buyers: number;
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
};

/** So many products of a shop can be recommended: the rest is bought too seldom to say anything about. */
const mostProducts = 20_000;

export async function readPurchases(warehouse: Warehouse, asOf: Instant): Promise<Purchases> {
  const { profiles, products, interactions } = await readBought(warehouse, asOf);
  const byCategory = Map.groupBy(products.keys(), (place) => products[place]?.category ?? '');
  const categories = new Int32Array(products.length);
  [...byCategory.values()].forEach((own, category) => own.forEach((place) => (categories[place] = category)));
  const { viewers, views } = await readViews(warehouse, asOf, profiles, categories, byCategory.size);
  return { asOf, profiles, viewers, products, byCategory, interactions: { ...interactions, categories, views } };
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

/** Lines of counted orders with `from < t <= asOf` (without `from`, all) → one entry per customer and product. Products are numbered inside the engine. */
async function readBought(warehouse: Warehouse, asOf: Instant, from?: Instant): Promise<Bought> {
  const since = from === undefined ? sql`true` : sql`ordered_at > ${timestamp(from)}`;
  await warehouse.run(sql`create or replace temp table predict_purchases as
    select profile, coalesce(nullif(trim(product_id), ''), nullif(trim(name), '')) as key, any_value(name) as name, any_value(category) as category,
      count(distinct order_id)::DOUBLE as times
    from items where profile is not null and counts and not is_return and ordered_at <= ${timestamp(asOf)} and ${since} group by all having key is not null`);
  await warehouse.run(sql`create or replace temp table predict_products as
    select key, mode(name) as name, mode(category) as category, count(*)::INTEGER as buyers, (row_number() over (order by count(*) desc, key) - 1)::INTEGER as place
    from predict_purchases group by key having not ${isCharge(sql`coalesce(mode(name), key)`)} qualify place < ${mostProducts}`);
  const products = await warehouse.rows<Product>(sql`select key, ${calledBy(sql`key`)} as name, category, buyers from predict_products order by place`);
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

/** What each customer of `before` bought in the days after: sets of places in its products. Customers who bought nothing are absent. */
export async function readLater(warehouse: Warehouse, before: Purchases, horizonDays: number): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const later = await readBought(warehouse, instant(before.asOf + horizonDays * day), before.asOf);
  const places = new Map(before.products.map(({ key }, place) => [key, place]));
  const rows = new Map(Array.from(before.profiles, (profile, row) => [profile, row]));
  const found = new Map<number, ReadonlySet<number>>();
  later.profiles.forEach((profile, user) => {
    const { starts, items } = later.interactions;
    const row = rows.get(profile);
    const bought = Array.from(items.subarray(starts[user], starts[user + 1]), (item) => places.get(later.products[item]?.key ?? '') ?? -1).filter(
      (place) => place >= 0,
    );
    if (row !== undefined && bought.length > 0) found.set(row, new Set(bought));
  });
  return found;
}
