/**
 * One customer's past as the buying models see it, in weeks of seven days: `repeats` days with an order after the first such
 * day, `recency` from the first to the last, `age` from the first to the cut-off. The literature's x, t_x and T.
 */
export type History = {
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
  /** Periods of four weeks since the first order, without the first of them, with an order. Only the discrete model asks. */
  readonly active?: number;
};

/** Many customers' pasts, column by column; customers with the same past share a row of the `weight` they are. */
export type Histories = {
  readonly repeats: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly weight: Float64Array;
  readonly active?: Float64Array;
};

export function historyAt({ repeats, recency, age, active }: Histories, row: number): History {
  const past = { repeats: repeats[row] ?? 0, recency: recency[row] ?? 0, age: age[row] ?? 0 };
  // Spelt out: a spread costs more than all the rest, and this runs once for each of a million pasts.
  return active === undefined ? past : { repeats: past.repeats, recency: past.recency, age: past.age, active: active[row] ?? 0 };
}

export const customersIn = ({ weight }: Histories): number => weight.reduce((sum, one) => sum + one, 0);
