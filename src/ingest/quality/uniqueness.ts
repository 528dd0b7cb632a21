import { sql } from '../../sql/index.ts';
import type { Rule } from './rule.ts';

/** What stands twice. */
export const uniquenessRules: readonly Rule[] = [
  {
    rule: 'exact-duplicate-lines',
    dimension: 'uniqueness',
    kind: 'items',
    field: null,
    explanation: 'Lines of one order that are alike in everything. They are kept, as a till can scan a thing twice, but may be an export run twice.',
    fix: 'If they are not meant, correct the export and import it again; the lines of each order are replaced.',
    rows: sql`select source, batch, order_id as id, row_number() over (partition by source, order_id, product_id, name, variant, quantity, price, total, properties order by line) > 1 as bad,
      coalesce(name, product_id, '') || ' × ' || printf('%g', quantity::DOUBLE) as detail from items`,
    look: 0.005,
    act: 0.05,
  },
  {
    rule: 'same-order-in-two-sources',
    dimension: 'uniqueness',
    kind: 'orders',
    field: 'order_id',
    explanation: 'Orders of two sources with the same customer, instant and total are probably one sale recorded twice.',
    fix: 'Undo the import of one of the two sources, or give both files the same --source.',
    rows: sql`select o.source, o.batch, o.order_id as id, d.sources is not null as bad, 'also in another source' as detail from orders o
      left join (select profile, ordered_at, total, count(distinct source) as sources from orders where profile is not null group by all having count(distinct source) > 1) d
        on d.profile = o.profile and d.ordered_at = o.ordered_at and d.total = o.total`,
    look: 0.001,
    act: 0.05,
  },
  {
    rule: 'one-e-mail-many-customers',
    dimension: 'uniqueness',
    kind: 'customers',
    field: 'email',
    explanation: 'Customer records of one source that share their e-mail address.',
    fix: 'Merge them in the shop; here they are one profile already unless the address is a shared mailbox.',
    rows: sql`select source, batch, record_id as id, count(*) over (partition by source, value) > 1 as bad, value as detail from traits where name = 'email' and record_id is not null and trust = 1`,
    look: 0.005,
    act: 0.1,
  },
];
