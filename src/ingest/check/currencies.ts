import { type Fragment, sql } from '../../sql/index.ts';

/** ISO 4217 out of a code or an unmistakable sign; NULL otherwise (`$` is the money of twenty countries). */
export const currency = (value: Fragment): Fragment =>
  sql`(case when regexp_full_match(${value}, '[A-Za-z]{3}') then upper(${value}) when ${value} = '€' then 'EUR' when ${value} = '£' then 'GBP' when ${value} = '₹' then 'INR' when ${value} = '₩' then 'KRW' end)`;
