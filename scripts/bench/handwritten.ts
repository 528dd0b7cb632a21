import { type Fragment, ident, sql } from '../../src/sql/index.ts';

/** A segment, and the best DuckDB query that we know for it on the same tables: what someone would write who knows how they lie. */
export type Handwritten = { readonly name: string; readonly text: string; readonly query: Fragment };

/** `countryColumn`: where the trait lies in `attributes`. As of 2026-07-01 00:00 in London, 2026-06-30 23:00 UTC. */
export const handwritten = (countryColumn: string): readonly Handwritten[] => [
  {
    name: 'windowed count with a filter',
    text: 'count("Product Viewed" where category = "Espresso" in last 90 days) >= 3',
    query: sql`
      select profile from events where name = 'Product Viewed' and occurred_at > '2026-04-01 23:00:00' and occurred_at <= '2026-06-30 23:00:00' and category = 'Espresso'
      group by profile having count(*) >= 3`,
  },
  {
    name: 'sum over a year',
    text: 'sum("Product Added".value in last 365 days) > 500',
    query: sql`
      select profile from events where name = 'Product Added' and occurred_at > '2025-06-30 23:00:00' and occurred_at <= '2026-06-30 23:00:00'
      group by profile having sum(value) > 500`,
  },
  {
    name: 'count of nothing',
    text: 'count("Email Opened" in last 30 days) = 0',
    query: sql`
      select profile from profiles where profile not in (
        select profile from events where name = 'Email Opened' and occurred_at > '2026-05-31 23:00:00' and occurred_at <= '2026-06-30 23:00:00' and profile is not null)`,
  },
  {
    name: 'two aggregates and an attribute',
    text: 'count("Product Viewed" in last 30 days) >= 2 and count("Email Link Clicked" in last 180 days) >= 1 and country = "GB"',
    query: sql`
      select a.profile from attributes a
      join (select profile from events where name = 'Product Viewed' and occurred_at > '2026-05-31 23:00:00' and occurred_at <= '2026-06-30 23:00:00' group by profile having count(*) >= 2) v using (profile)
      semi join (select profile from events where name = 'Email Link Clicked' and occurred_at > '2026-01-01 23:00:00' and occurred_at <= '2026-06-30 23:00:00') c using (profile)
      where a.${ident(countryColumn)} = 'GB'`,
  },
  {
    name: 'distinct categories',
    text: 'distinct("Product Viewed".category in last 180 days) >= 6',
    query: sql`
      select profile from events where name = 'Product Viewed' and occurred_at > '2026-01-01 23:00:00' and occurred_at <= '2026-06-30 23:00:00'
      group by profile having count(distinct category) >= 6`,
  },
  {
    name: 'sequence of two events',
    text: '"Product Added" then "Checkout Started" within 2 days in last 60 days',
    query: sql`
      select distinct a.profile from events a
      asof join (select profile, occurred_at from events where name = 'Checkout Started' and occurred_at <= '2026-06-30 23:00:00' and occurred_at > '2026-05-01 23:00:00') c
        on a.profile = c.profile and a.occurred_at < c.occurred_at
      where a.name = 'Product Added' and a.occurred_at > '2026-05-01 23:00:00' and a.occurred_at <= '2026-06-30 23:00:00' and c.occurred_at <= a.occurred_at + interval 2 day`,
  },
];
