import { type Fragment, ident, sql } from '../../sql/index.ts';
import { localTime, type Moment } from './moment.ts';

/** The most frequent value per profile; ties go to the one seen last, then to the first in order. */
const favourite = (from: 'orders' | 'items', value: Fragment, name: string, moment: Moment): Fragment => sql`
  select profile, value as ${ident(name)} from (
    select profile, ${value} as value, count(*) as n, max(ordered_at) as latest
    from ${ident(from)} where counts and not is_return and profile is not null and ordered_at <= ${moment.asOf} group by 1, 2)
  where value is not null
  qualify row_number() over (partition by profile order by n desc, latest desc, value) = 1`;

export const favouriteCategory = (moment: Moment): Fragment => favourite('items', sql`category`, 'favourite_category', moment);
export const favouriteProduct = (moment: Moment): Fragment => favourite('items', sql`coalesce(name, product_id)`, 'favourite_product', moment);
export const favouriteChannel = (moment: Moment): Fragment => favourite('orders', sql`channel`, 'favourite_channel', moment);
export const favouriteWeekday = (moment: Moment): Fragment =>
  favourite('orders', sql`dayname(${localTime(sql`ordered_at`, moment.zone)})`, 'favourite_weekday', moment);
export const favouriteHour = (moment: Moment): Fragment =>
  favourite('orders', sql`hour(${localTime(sql`ordered_at`, moment.zone)})::INTEGER`, 'favourite_hour', moment);
