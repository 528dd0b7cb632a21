import { day, type Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Why a product is not offered although nobody said so: it has not sold for long, or is only ever given away. */
export type NotSelling = 'gone' | 'free';

/** So sure must it be that a product is not sold any more; and nothing is gone after a few weeks. */
const doubt = 0.001;
const fewestDays = 28;

/**
 * Products that nobody sells any more, as a temp table `predict_selling(key, first_at, last_at, gone, free)` of `predict_kept`. If a product were still sold as it was, each of its n − 1 later sales would be as likely to lie anywhere among the shop's orders since its
 * first; that all lie before the last has the chance (share of these orders until then) ^ (n − 1) (Solow 1993, of sightings of animals). Orders are counted, not days: a shop that rests loses nothing. A product of
 * the season is gone out of season and back with its first sale.
 */
export async function stageSelling(warehouse: Warehouse, asOf: Instant): Promise<void> {
  await warehouse.run(sql`create or replace temp table predict_selling as
    with orders as (select source, order_id, row_number() over (order by min(ordered_at), source, order_id)::DOUBLE as place from predict_kept group by source, order_id),
    sold as (
      select k.one as key, min(l.ordered_at) as first_at, max(l.ordered_at) as last_at, min(o.place) as first, max(o.place) as last, count(distinct o.place) as times, coalesce(bool_and(l.price = 0), false) as free
      from predict_kept l join predict_names k using (key) join orders o using (source, order_id) group by k.one)
    select key, first_at, last_at, free and bool_or(not free) over () as free,
      last_at < ${timestamp(asOf)} - to_days(${fewestDays}) and ((last - first) / greatest(1, max(last) over () - first)) ** (times - 1) < ${doubt} as gone from sold`);
}

/** How long ago a product with few buyers may have sold to count as new rather than as wanted by nobody. */
const newDays = 365;
export const isNew = (lastAt: Instant, asOf: Instant): boolean => asOf - lastAt <= newDays * day;
