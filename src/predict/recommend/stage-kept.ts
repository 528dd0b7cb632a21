import type { Instant } from '../../core/index.ts';
import { isCharge } from '../../profiles/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A product's id, or its name where it has none. */
export const keyOf = sql`coalesce(nullif(trim(product_id), ''), nullif(trim(name), ''))`;

/**
 * Lines of goods up to an instant that customers kept, as a temp table `predict_kept(source, order_id, profile, ordered_at, key, name, category, quantity, price)`, and those that went back, `predict_back` with the same columns. A line went
 * back when its order was refunded in full, or when as many pieces of its product came back from the same customer later: of several purchases the newest before the last return. (A refund has no date of its own: it counts from the
 * start.) What was sent back is no purchase: nobody is told to like it, and nobody is due to need it again.
 */
export async function stageKept(warehouse: Warehouse, asOf: Instant, who: Fragment = sql`true`): Promise<void> {
  const seen = sql`ordered_at <= ${timestamp(asOf)} and ${who}`;
  await warehouse.run(sql`create or replace temp table predict_refunded as
    select source, order_id from orders where not is_return and all_refunded and ${seen}
    union select o.source, o.order_id from orders o join orders r on r.source = o.source and r.order_id = o.order_id || '#return'
      where not o.is_return and r.is_return and r.ordered_at <= ${timestamp(asOf)} and o.total > 0 and -r.total >= o.total`);
  await warehouse.run(sql`create or replace temp table predict_pieces as
    select profile, ${keyOf} as key, sum(abs(coalesce(quantity, 1))) as pieces, max(ordered_at) as last_back
    from items where (is_return or quantity < 0) and counts and profile is not null and ${seen} group by all having key is not null`);
  await warehouse.run(sql`create or replace temp table predict_kept as
    with lines as (
      select source, order_id, line, profile, ordered_at, ${keyOf} as key, name, category, quantity, price from items
      where counts and not is_return and coalesce(quantity, 1) > 0 and ${seen} and ${keyOf} is not null and not ${isCharge(sql`coalesce(nullif(trim(name), ''), product_id)`)}),
    sent as (
      select l.source, l.order_id, l.line, p.pieces >= sum(coalesce(l.quantity, 1)) over (partition by l.profile, l.key order by l.ordered_at desc, l.source, l.order_id, l.line) as back
      from lines l join predict_pieces p using (profile, key) where l.ordered_at <= p.last_back)
    select l.* exclude (line), coalesce(s.back, false) or r.order_id is not null as back
    from lines l left join sent s using (source, order_id, line) left join predict_refunded r using (source, order_id)`);
  await warehouse.run(sql`create or replace temp table predict_back as select * exclude (back) from predict_kept where back`);
  await warehouse.run(sql`delete from predict_kept where back`);
  await warehouse.run(sql`alter table predict_kept drop column back`);
}
