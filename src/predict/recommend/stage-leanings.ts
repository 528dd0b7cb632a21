import type { Instant } from '../../core/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { viewsUntil } from './views.ts';

/**
 * The category that each customer of a features table leans to, as a temp table `predict_leaning(profile, category)`: of which there are most lines bought, a visit in which they looked at something counting as `looked` lines. Equal ones go
 * to the one with more lines, then to the one bought last, then to the first in order, as favourites do; without views that count it is the favourite category.
 */
export async function stageLeanings(warehouse: Warehouse, asOf: Instant, table: string, looked: number): Promise<number> {
  await stageByViews(warehouse, asOf, looked);
  await warehouse.run(sql`create or replace temp table predict_leaning as
    select f.profile, coalesce(c.category, f.favourite_category) as category
    from ${ident(table)} f left join predict_leaning_codes l using (profile) left join predict_categories c using (code) where coalesce(c.category, f.favourite_category) is not null`);
  for (const made of ['predict_categories', 'predict_known', 'predict_leaning_codes']) await warehouse.run(sql`drop table ${ident(made)}`);
  return (await warehouse.row<{ count: number }>(sql`select count(*)::INTEGER as count from predict_leaning`))?.count ?? 0;
}

/**
 * Those who looked at anything, with the place of their category in `predict_categories`. As for favourites, sum, lines, time and place are packed into one whole number (27 bits of quarters of lines, 20 of lines, 56 of time, 24 of place), whose maximum is the
 * answer: no sort, no text.
 */
async function stageByViews(warehouse: Warehouse, asOf: Instant, looked: number): Promise<void> {
  const counting = sql`profile is not null and counts and not is_return and ordered_at <= ${timestamp(asOf)}`;
  await warehouse.run(sql`create or replace temp table predict_categories as
    select category, row_number() over (order by category)::INTEGER as code from (select distinct category from items where ${counting} and category is not null)`);
  await warehouse.run(sql`create or replace temp table predict_known as
    select key, code, row_number() over (order by key)::INTEGER as place from (
      select coalesce(nullif(trim(product_id), ''), nullif(trim(name), '')) as key, mode(category) as category from items where ${counting} group by key) join predict_categories using (category)
    where key is not null`);
  await warehouse.run(sql`create or replace temp table predict_leaning_codes as
    with looked as (
      select v.profile, k.code, sum(v.visits)::INTEGER as visits from (${viewsUntil(asOf, 'predict_known')}) v join predict_known k using (place) where ${looked}::DOUBLE > 0 group by all),
    bought as (
      select profile, code, count(*)::INTEGER as lines, max(ordered_at) as seen from items join predict_categories using (category)
      where ${counting} and profile in (select profile from looked) group by all)
    select profile, (16777215 - (max((least(4 * coalesce(lines, 0) + (4 * ${looked} * coalesce(visits, 0))::INTEGER, 134217727)::HUGEINT << 100) + (least(coalesce(lines, 0), 1048575)::HUGEINT << 80)
      + (greatest(coalesce(epoch_us(seen), 0), 0)::HUGEINT << 24) + (16777215 - code)) & 16777215::HUGEINT))::INTEGER as code
    from bought full join looked using (profile, code) group by profile`);
}
