import { join, sql } from '../../sql/index.ts';
import type { Rule } from './rule.ts';

/**
 * Shops write prices with or without tax, and discounts on the lines or on the order alone, so a total agrees when any of these readings does. A refund
 * took its share of shipping and tax, so that something between what was refunded and nothing is missing from the total.
 */
const agrees = (() => {
  const [discount, tax, shipping] = [sql`abs(coalesce(o.discount, 0))`, sql`abs(coalesce(o.tax, 0))`, sql`abs(coalesce(o.shipping, 0))`];
  const slack = sql`greatest(0.02, abs(l.total) * 0.02)`;
  const readings = [sql`0`, discount].flatMap((less) => [sql`0`, tax, shipping, sql`${tax} + ${shipping}`].map((more) => sql`(l.total - ${less} - (${more}))`));
  const between = readings.map((lines) => sql`${lines} between o.total - ${slack} and o.total + coalesce(abs(o.refunded), 0) + ${slack}`);
  return sql`(${join(between, ' or ')})`;
})();

/** What contradicts itself. */
export const consistencyRules: readonly Rule[] = [
  {
    rule: 'total-differs-from-lines',
    dimension: 'consistency',
    kind: 'orders',
    field: 'total',
    explanation: 'What the goods came to before refunds should be the sum of the lines, with or without the discount, tax and shipping, to within 2% or 0.02.',
    fix: 'Check which column holds the total, and whether prices hold tax.',
    rows: sql`select o.source, o.batch, o.order_id as id, not ${agrees} as bad, 'total ' || o.total::DECIMAL(18,2) || ', lines ' || l.total::DECIMAL(18,2) as detail
      from orders o join (select source, order_id, sum(total) as total from items group by source, order_id) l on l.source = o.source and l.order_id = o.order_id
      where o.counts and not o.is_return and l.total is not null`,
    look: 0.01,
    act: 0.1,
  },
  {
    rule: 'items-of-unknown-products',
    dimension: 'consistency',
    kind: 'items',
    field: 'product_id',
    explanation: 'Products that were sold should be in the list of products, where one was imported.',
    fix: 'Import the list of products again.',
    rows: sql`select i.source, i.batch, i.order_id as id, p.product_id is null as bad, i.product_id as detail from items i left join (select distinct product_id from products) p on p.product_id = i.product_id
      where i.product_id is not null and exists (select 1 from products)`,
    look: 0.01,
    act: 0.2,
  },
  {
    rule: 'one-product-many-names',
    dimension: 'consistency',
    kind: 'items',
    field: 'name',
    explanation: 'Lines whose product goes by another name more often.',
    fix: 'Import the list of products, whose names win.',
    rows: sql`select i.source, i.batch, i.order_id as id, i.name is distinct from m.name as bad, i.product_id || ': ' || coalesce(i.name, '') as detail from items i
      join (select source, product_id, mode(name) as name from items where name is not null group by source, product_id) m on m.source = i.source and m.product_id = i.product_id where i.name is not null`,
    look: 0.05,
    act: 0.3,
  },
  {
    rule: 'countries-of-one-customer',
    dimension: 'consistency',
    kind: 'orders',
    field: 'country',
    explanation: 'Orders from another country than most orders of the same customer.',
    fix: 'Usually a gift or a move; look where the share is high.',
    rows: sql`select o.source, o.batch, o.order_id as id, o.country <> m.country as bad, o.country || ', mostly ' || m.country as detail from orders o
      join (select profile, mode(country) as country from orders where country is not null and profile is not null group by profile) m on m.profile = o.profile where o.country is not null`,
    look: 0.05,
    act: 0.3,
  },
];
