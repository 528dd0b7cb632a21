import type { History } from '../histories/history.ts';
import type { Outcomes } from '../histories/read.ts';
import { distributionOf, type OrderDistribution } from '../order-distribution.ts';

/** What customers like this did next: number of customers, mean and variance of their orders, share with none, and what four in five of them did. */
export type Cell = { readonly customers: number } & OrderDistribution;

/**
 * The average of customers like this: those with as many repeat orders and as long since the last, as they went on in the `weeks` after an earlier
 * cut-off. Cells with few customers lean towards the average of all.
 */
export type Average = { readonly kind: 'average'; readonly weeks: number; readonly all: Cell; readonly cells: Readonly<Record<string, Cell>> };

/** Customers of the average that a cell's own experience is mixed with. */
const borrowed = 20;

export function fitAverage(outcomes: Outcomes, weeks: number): Average {
  const counts = new Map<string, number[]>();
  const everyone: number[] = [];
  for (let row = 0; row < outcomes.weight.length; row += 1) {
    const history = { repeats: outcomes.repeats[row] ?? 0, recency: outcomes.recency[row] ?? 0, age: outcomes.age[row] ?? 0 };
    const key = cellOf(history, weeks);
    const cell = counts.get(key) ?? [];
    counts.set(key, cell);
    const orders = outcomes.orders[row] ?? 0;
    for (const target of [cell, everyone]) target[orders] = (target[orders] ?? 0) + (outcomes.weight[row] ?? 0);
  }
  const total = everyone.reduce((sum, one) => sum + (one ?? 0), 0);
  const share = everyone.map((count) => count / total);
  const cells = [...counts].map(([key, cell]) => [key, describe(cell, share)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { kind: 'average', weeks, all: describe(everyone, share), cells: Object.fromEntries(cells) };
}

/**
 * Without an earlier cut-off to learn from: everyone orders at the shop's rate, which varies over customers as widely as an exponential does. The widest
 * of the intervals here, on purpose: a tenth on either side, whatever is below.
 */
export function rateOfAll(repeats: number, ageInWeeks: number, weeks: number): Average {
  const mean = (repeats / Math.max(ageInWeeks, 1)) * weeks;
  const none = 1 / (1 + mean);
  const point = (probability: number): number => Math.max(0, Math.ceil(Math.log1p(-probability) / Math.log1p(-none) - 1));
  const [low, high] = mean === 0 ? [0, 0] : [point(0.1), point(0.9)];
  const held = (1 - none) ** low - (1 - none) ** (high + 1);
  const all = { customers: 0, none, mean, variance: mean + mean * mean, low, high, held };
  return { kind: 'average', weeks, all, cells: {} };
}

const cellOf = ({ repeats, recency, age }: History, weeks: number): string => {
  const often = repeats === 0 ? 0 : repeats === 1 ? 1 : repeats <= 3 ? 2 : repeats <= 7 ? 3 : 4;
  const since = age - recency;
  const lately = since <= weeks / 2 ? 0 : since <= weeks ? 1 : since <= 2 * weeks ? 2 : 3;
  return `${often}/${lately}`;
};

function describe(counts: readonly (number | undefined)[], share: readonly (number | undefined)[]): Cell {
  const customers = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const masses = Array.from(
    { length: Math.max(counts.length, share.length) },
    (_, orders) => ((counts[orders] ?? 0) + borrowed * (share[orders] ?? 0)) / (customers + borrowed),
  );
  return { customers, ...distributionOf(Float64Array.from(masses), masses.length) };
}

/** The cell's experience carried over to another horizon: orders grow with time, their spread between customers with its square. */
export function averageDistribution(model: Average, history: History, weeks: number): OrderDistribution {
  const cell = model.cells[cellOf(history, model.weeks)] ?? model.all;
  const k = weeks / model.weeks;
  const between = Math.max(0, cell.variance - cell.mean);
  return {
    none: cell.none ** k,
    mean: cell.mean * k,
    variance: cell.mean * k + between * k * k,
    low: Math.floor(cell.low * k),
    high: Math.ceil(cell.high * k),
    held: cell.held,
  };
}
