import { customersIn, type Histories } from './history.ts';

/**
 * At most `most` customers, every n-th of them in the order of their pasts: an even, repeatable sample for models whose
 * likelihood is dear. Fewer customers come back as they are.
 */
export function sampleHistories<Columns extends Histories>(histories: Columns, most: number): Columns {
  const customers = customersIn(histories);
  if (customers <= most) return histories;
  const step = customers / most;
  const kept: number[] = [];
  const weights: number[] = [];
  let [passed, next] = [0, step / 2];
  for (let row = 0; row < histories.weight.length; row += 1) {
    passed += histories.weight[row] ?? 0;
    let taken = 0;
    for (; next <= passed; next += step) taken += 1;
    if (taken === 0) continue;
    kept.push(row);
    weights.push(taken);
  }
  const columns = Object.entries(histories).map(([name, column]) => [
    name,
    name === 'weight' ? Float64Array.from(weights) : Float64Array.from(kept, (row) => column[row] ?? 0),
  ]);
  return Object.fromEntries(columns) as Columns;
}
