/**
 * One customer's past as the buying models see it, in weeks of seven days: `repeats` days with an order after the first such
 * day, `recency` from the first to the last, `age` from the first to the cut-off. The literature's x, t_x and T.
 */
export type History = { readonly repeats: number; readonly recency: number; readonly age: number };

/** Many customers' pasts, column by column; customers with the same past share a row of the `weight` they are. */
export type Histories = {
  readonly repeats: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly weight: Float64Array;
};

export const historyAt = ({ repeats, recency, age }: Histories, row: number): History => ({
  repeats: repeats[row] ?? 0,
  recency: recency[row] ?? 0,
  age: age[row] ?? 0,
});

export const customersIn = ({ weight }: Histories): number => weight.reduce((sum, one) => sum + one, 0);
