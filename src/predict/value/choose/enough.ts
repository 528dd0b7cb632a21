import { customersIn } from '../histories/history.ts';
import type { Training } from '../orders/fit.ts';
import type { OrderModelKind } from '../orders/model.ts';

/** What a kind of model needs and what there is. */
export type Need = {
  readonly kind: OrderModelKind;
  readonly enough: boolean;
  readonly needs: { readonly customers: number; readonly repeat_customers: number; readonly weeks: number };
  readonly has: { readonly customers: number; readonly repeat_customers: number; readonly weeks: number };
};

/**
 * Four parameters want a few dozen customers who came back, seen long enough that some will have left; rules of thumb, on the careful side. The two
 * averages need nothing.
 */
const requirements: Readonly<Record<OrderModelKind, Need['needs']>> = {
  average: { customers: 0, repeat_customers: 0, weeks: 0 },
  'past-rate': { customers: 0, repeat_customers: 0, weeks: 0 },
  'bg-nbd': { customers: 100, repeat_customers: 40, weeks: 16 },
  'bg-bb': { customers: 100, repeat_customers: 40, weeks: 32 },
  'pareto-nbd': { customers: 200, repeat_customers: 80, weeks: 26 },
};

export function enoughFor({ histories }: Training, weeks: number): readonly Need[] {
  const customers = customersIn(histories);
  let repeat = 0;
  histories.weight.forEach((weight, row) => {
    repeat += (histories.repeats[row] ?? 0) > 0 ? weight : 0;
  });
  const has = { customers, repeat_customers: repeat, weeks: Math.floor(weeks) };
  return (Object.keys(requirements) as OrderModelKind[]).map((kind) => {
    const needs = requirements[kind];
    const enough = has.customers >= needs.customers && has.repeat_customers >= needs.repeat_customers && has.weeks >= needs.weeks;
    return { kind, enough, needs, has };
  });
}
