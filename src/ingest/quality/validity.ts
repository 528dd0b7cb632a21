import { sql } from '../../sql/index.ts';
import type { Rule } from './rule.ts';

/** What was kept but can hardly be right. */
export const validityRules: readonly Rule[] = [
  {
    rule: 'country-not-a-code',
    dimension: 'validity',
    kind: 'orders',
    field: 'country',
    explanation: 'A country that could not be told is kept as it was written and is in no segment by country code.',
    fix: 'Correct the spelling in the shop, or use ISO codes such as GB.',
    rows: sql`select source, batch, order_id as id, not regexp_full_match(country, '[A-Z]{2}') as bad, country as detail from orders where country is not null`,
    look: 0.001,
    act: 0.1,
  },
  {
    rule: 'trait-country-not-a-code',
    dimension: 'validity',
    kind: 'customers',
    field: 'country',
    explanation: 'A country that could not be told is kept as it was written.',
    fix: 'Correct the spelling in the shop, or use ISO codes such as GB.',
    rows: sql`select source, batch, record_id as id, not regexp_full_match(value, '[A-Z]{2}') as bad, value as detail from traits where name = 'country' and record_id is not null`,
    look: 0.001,
    act: 0.1,
  },
  {
    rule: 'shared-mailbox',
    dimension: 'validity',
    kind: 'customers',
    field: 'email',
    explanation: 'Addresses such as info@ or test@ are read by many people or by none.',
    fix: 'Replace it by a personal address; it links no customers meanwhile.',
    rows: sql`select source, batch, coalesce(record_id, value) as id, regexp_matches(value, '^(?:info|sales|office|admin|contact|hello|support|noreply|no-reply|test|none|na)@') as bad, value as detail from traits where name = 'email'`,
    look: 0.005,
    act: 0.1,
  },
  {
    rule: 'unusually-large-orders',
    dimension: 'validity',
    kind: 'orders',
    field: 'total',
    explanation:
      'Orders far larger than the others of their source: more than twenty usual deviations above the middle one. Often a lost decimal separator, a test, or wholesale.',
    fix: 'Look at each; correct it in the shop and import again.',
    rows: sql`select o.source, o.batch, o.order_id as id, o.total > s.m + 20 * s.spread and s.spread > 0 as bad, 'worth ' || o.total::DECIMAL(18,2) as detail from orders o
      join (select source, any_value(m) as m, 1.4826 * median(abs(total - m)) as spread from (select source, total, median(total) over (partition by source) as m from orders where counts and total > 0) group by source) s using (source)
      where o.counts and o.total > 0`,
    look: 0.001,
    act: 0.05,
  },
  {
    rule: 'events-out-of-time',
    dimension: 'validity',
    kind: 'events',
    field: 'occurred_at',
    explanation: 'An event can not have happened after it was received.',
    fix: 'Check the clock and the time zone of what sends it (--zone).',
    rows: sql`select source, batch, cast(epoch_us(occurred_at) as VARCHAR) as id, occurred_at > received_at + interval 1 hour as bad, name || ' at ' || occurred_at as detail from events`,
    look: 0.001,
    act: 0.05,
  },
];
