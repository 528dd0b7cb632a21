import { expectedHorizons, horizons, namedExpectations } from './horizons.ts';
import { historyAt, type Histories } from './histories/history.ts';
import { aliveProbability } from './orders/model.ts';
import { type LeavingModel, mixedCounts, type There, thereOf, weeksUntil } from './orders/there.ts';

export type NumberColumn = { readonly name: string; readonly values: Float64Array };

const ownNames = [
  'alive',
  'orders_90d_low',
  'orders_90d_high',
  'orders_12m_low',
  'orders_12m_high',
  'orders_12m_held',
  'next_days',
  'next_days_low',
  'next_days_high',
  'there',
] as const;
const thereNames = [
  'there',
  'return_90d',
  'mean_90d',
  'square_90d',
  'return_12m',
  'mean_12m',
  'square_12m',
  'orders_90d',
  'orders_3m',
  'orders_6m',
  'orders_12m',
  'orders_lifetime',
  'return_within',
] as const;

/**
 * The numbers of pasts in order of repeats and age, under a model in which all that the last order says is whether somebody is still there: `own` of each past, with its
 * row of `there`, which holds what somebody does who is there. `within` so many weeks, where that is asked, is a time of which the chance of an order is wanted. NaN is unknown.
 */
export function leavingColumns(
  histories: Histories,
  model: LeavingModel,
  length: number,
  within?: number,
): { readonly own: readonly NumberColumn[]; readonly there: readonly NumberColumn[] } {
  const rows = histories.weight.length;
  const own = ownNames.map((name) => ({ name, values: new Float64Array(rows) }));
  const masses = new Float64Array(20_000);
  const weeks = expectedHorizons(length);
  const theres: There[] = [];
  for (let row = 0; row < rows; row += 1) {
    const history = historyAt(histories, row);
    let there = theres.at(-1);
    if (there === undefined || there.repeats !== history.repeats || there.age !== history.age) {
      there = thereOf(model, history.repeats, history.age, weeks, [horizons.days90, length, ...(within === undefined ? [] : [within])], masses);
      theres.push(there);
    }
    const alive = aliveProbability(model, history) ?? 1;
    const [near, far] = there.counts;
    if (near === undefined || far === undefined) continue;
    const [soon, year] = [mixedCounts(near, alive), mixedCounts(far, alive)];
    let at = 0;
    const put = (value: number | null): void => {
      const column = own[at];
      if (column !== undefined) column.values[row] = value ?? Number.NaN;
      at += 1;
    };
    const putDays = (probability: number): void => {
      const wait = weeksUntil(model, there, probability, alive);
      put(wait === null ? null : wait * 7);
    };
    put(alive);
    put(soon.low);
    put(soon.high);
    put(year.low);
    put(year.high);
    put(year.held);
    putDays(0.5);
    putDays(0.1);
    putDays(0.9);
    put(theres.length - 1);
  }
  return { own, there: thereColumns(theres) };
}

function thereColumns(theres: readonly There[]): readonly NumberColumn[] {
  const rows = theres.map(({ expected, counts: [near, far, within] }, there) => ({
    there,
    return_90d: 1 - (near?.upTo[0] ?? 1),
    mean_90d: near?.mean ?? 0,
    square_90d: near?.square ?? 0,
    return_12m: 1 - (far?.upTo[0] ?? 1),
    mean_12m: far?.mean ?? 0,
    square_12m: far?.square ?? 0,
    ...namedExpectations(expected),
    return_within: within === undefined ? Number.NaN : 1 - (within.upTo[0] ?? 1),
  }));
  return thereNames.map((name) => ({ name, values: Float64Array.from(rows, (row) => row[name]) }));
}
