/** Sums over the orders of a period; a repeater had ordered before an order that falls into it. */
export type Totals = {
  readonly customers: number;
  readonly fresh: number;
  readonly repeaters: number;
  readonly revenue: number;
  readonly gross: number;
  readonly orders: number;
};
