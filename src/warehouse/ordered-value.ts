import { type Fragment, sql } from '../sql/index.ts';

/**
 * What an order's goods came to before anything was given back; `total` is what is left of it. How large orders are is asked of this, as shop systems do:
 * what came back later says something of returns, not of baskets. Orders recorded without `gross` are what is left of them and what was refunded.
 */
export const orderedValue = (order?: Fragment): Fragment => {
  const at = order === undefined ? sql`` : sql`${order}.`;
  return sql`coalesce(${at}gross, ${at}total + coalesce(abs(${at}refunded), 0))`;
};
