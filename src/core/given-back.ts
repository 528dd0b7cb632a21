export type GivenBack = { readonly ordered: number; readonly back: number };

/**
 * What a customer's orders came to as they were placed, and how much of it refunds and returns took back: why `spent` is not `orders` times the average order.
 * Undefined where nothing went back. In the currency's unit; below half a cent is rounding.
 */
export function givenBack(orders: number, average: number, spent: number): GivenBack | undefined {
  const ordered = orders * average;
  const back = ordered - spent;
  return back < 0.005 ? undefined : { ordered, back };
}
