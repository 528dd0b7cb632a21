import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { isCharge } from './charges.ts';
import { clockHour } from './clock-hour.ts';
import { localTime, type Moment } from './moment.ts';

/**
 * Favourites: the value on most lines (products, categories) or orders (channels, weekdays, hours); ties go to the one
 * seen last, then to the first in order. Values are counted as their places in a small dictionary, and count, time and place are packed into
 * one whole number whose maximum per profile is the answer: no sort, no text.
 */
export async function stageFavourites(warehouse: Warehouse, moment: Moment): Promise<void> {
  await stageLines(warehouse, moment);
  await stageHabits(warehouse, moment);
  await favourite(warehouse, { from: 'feature_lines', code: 'product', into: 'feature_products' });
  await favourite(warehouse, { from: 'feature_lines', code: 'category', into: 'feature_categories' });
  await favourite(warehouse, { from: 'feature_habits', code: 'channel', into: 'feature_channels' });
  await favourite(warehouse, { from: 'feature_habits', code: 'weekday', into: 'feature_weekdays' });
  await favourite(warehouse, { from: 'feature_habits', code: 'hour', into: 'feature_hours' });
}

/** Lines of counting orders with the places of their product and category in `feature_product_names` and `feature_category_names`. */
async function stageLines(warehouse: Warehouse, moment: Moment): Promise<void> {
  const counting = sql`counts and not is_return and profile is not null and ordered_at <= ${moment.asOf}`;
  // A product is called what most lines call it, the newest of equals: a note on a single line is no name. Postage is no product.
  await warehouse.stage(
    'feature_product_names',
    sql`select id, name, row_number() over (order by name, id)::INTEGER as code
    from (select id, coalesce(arg_max(name, (times, seen)), id) as name from (
      select coalesce(product_id, name) as id, name, count(*) as times, max(ordered_at) as seen from items where ${counting} and coalesce(product_id, name) is not null group by product_id, name) group by id) where not ${isCharge(sql`name`)}`,
  );
  await warehouse.stage(
    'feature_category_names',
    sql`select category as name, row_number() over (order by category)::INTEGER as code from (select distinct category from items where category is not null)`,
  );
  await warehouse.stage(
    'feature_lines',
    sql`select i.profile, epoch_us(i.ordered_at) as happened, i.quantity, p.code as product, c.code as category
    from items i left join feature_product_names p on p.id = coalesce(i.product_id, i.name) left join feature_category_names c on c.name = i.category
    where i.counts and not i.is_return and i.profile is not null and i.ordered_at <= ${moment.asOf}`,
  );
}

/** Counting orders with channel, weekday and hour (unknown where only the date is, or a batch's clock) in the workspace's zone; weekdays are numbered in the order of their English names. */
async function stageHabits(warehouse: Warehouse, moment: Moment): Promise<void> {
  await warehouse.stage(
    'feature_channel_names',
    sql`select channel as name, row_number() over (order by channel)::INTEGER as code from (select distinct channel from orders where channel is not null)`,
  );
  await warehouse.stage(
    'feature_habits',
    sql`select o.profile, epoch_us(o.ordered_at) as happened, c.code as channel, ${clockHour({ clock: sql`o.clock`, source: sql`o.source` })} as hour, list_position(${weekdays}, dayname(o.clock))::INTEGER as weekday
    from (select profile, source, ordered_at, channel, ${localTime(sql`ordered_at`, moment.zone)} as clock from orders
      where counts and not is_return and profile is not null and ordered_at <= ${moment.asOf}) o left join feature_channel_names c on c.name = o.channel`,
  );
}

const weekdays = sql`['Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday']`;
export const weekdayName = (code: Fragment): Fragment => sql`list_extract(${weekdays}, ${code})`;

/** Fills `into(profile, code, different)`: the favourite and how many different ones there are. 24 bits of code, 56 of time, the rest count. */
async function favourite(warehouse: Warehouse, { from, code, into }: { from: string; code: string; into: string }): Promise<void> {
  await warehouse.stage(
    into,
    sql`select profile, (16777215 - (max(key) & 16777215::HUGEINT))::INTEGER as code, count(*)::INTEGER as different from (
      select profile, (count(*)::HUGEINT << 80) + (greatest(max(happened), 0)::HUGEINT << 24) + (16777215 - ${ident(code)}) as key
      from ${ident(from)} where ${ident(code)} is not null group by profile, ${ident(code)})
    group by profile`,
  );
}
