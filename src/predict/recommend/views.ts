import type { Instant } from '../../core/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { type Interactions, interactionsOf } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readColumns } from '../classify/index.ts';

/**
 * Who looked at which of the products in a table `(key, place)`, and in how many visits: by id, else by name. Visits are sessions, and days (UTC) where a source names no session, as `visits_30d` counts them: pages that are loaded
 * again say nothing more.
 */
export const viewsUntil = (asOf: Instant, products: string): Fragment => sql`
  select profile, place, count(*) as visits from (
  select distinct e.profile, coalesce(i.place, n.place) as place, hash(coalesce(e.session, e.occurred_at::DATE::VARCHAR)) as visit
  from (select profile, nullif(trim(product_id), '') as id, nullif(trim(product), '') as called, session, occurred_at from events
    where name = 'Product Viewed' and profile is not null and occurred_at <= ${timestamp(asOf)}) e
    left join ${ident(products)} i on i.key = e.id left join ${ident(products)} n on n.key = e.called
  where coalesce(i.place, n.place) is not null) group by all`;

/** Views by customer and category, for whom has rows already (rising `profiles`) and then for the others. `categories` are those of the products in `predict_products`, by place, as is what they are called in `predict_product_keys`. */
export async function readViews(
  warehouse: Warehouse,
  asOf: Instant,
  profiles: Int32Array,
  categories: Int32Array,
  categoryCount: number,
): Promise<{ readonly viewers: Int32Array; readonly views: Interactions }> {
  const [viewing = new Float64Array(), firsts = new Float64Array(), visits = new Float64Array()] = await readColumns(
    warehouse,
    sql`select v.profile::DOUBLE as profile, p.first::DOUBLE as first, sum(v.visits)::DOUBLE as visits
      from (${viewsUntil(asOf, 'predict_product_keys')}) v join (select place, min(place) over (partition by coalesce(category, '')) as first from predict_products) p using (place)
      group by all order by profile, first`,
  );
  const users = new Uint32Array(viewing.length);
  const viewers: number[] = [];
  let row = 0;
  viewing.forEach((profile, view) => {
    while (row < profiles.length && (profiles[row] ?? 0) < profile) row += 1;
    if (profiles[row] !== profile && viewers.at(-1) !== profile) viewers.push(profile);
    users[view] = profiles[row] === profile ? row : profiles.length + viewers.length - 1;
  });
  const seen = Int32Array.from(firsts, (place) => categories[place] ?? 0);
  return { viewers: Int32Array.from(viewers), views: interactionsOf(users, seen, profiles.length + viewers.length, categoryCount, visits) };
}
