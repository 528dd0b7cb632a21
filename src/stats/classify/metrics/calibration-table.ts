import { wilsonInterval } from './wilson.ts';

/** Of the customers whom the model gave about `predicted`, `observed` did it. */
export type CalibrationBin = {
  readonly count: number;
  /** Mean probability in the bin. */
  readonly predicted: number;
  /** Share of positives in the bin, with its 95% Wilson interval. */
  readonly observed: number;
  readonly low: number;
  readonly high: number;
};

/** Bins of nearly equal numbers of customers by rising probability; equal probabilities are never parted, so there may be fewer bins. */
export function calibrationTable(probabilities: Float64Array, labels: Uint8Array, bins = 10): readonly CalibrationBin[] {
  const order = Uint32Array.from(probabilities, (_, row) => row).sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0) || a - b);
  const table: CalibrationBin[] = [];
  for (let start = 0, bin = 1; start < order.length; bin += 1) {
    let end = Math.max(start + 1, Math.round((order.length * bin) / bins));
    while (end < order.length && probabilities[order[end] ?? 0] === probabilities[order[end - 1] ?? 0]) end += 1;
    table.push(binOf(probabilities, labels, order.subarray(start, end)));
    start = end;
  }
  return table;
}

function binOf(probabilities: Float64Array, labels: Uint8Array, rows: Uint32Array): CalibrationBin {
  let sum = 0;
  let positives = 0;
  for (const row of rows) {
    sum += probabilities[row] ?? 0;
    positives += labels[row] ?? 0;
  }
  const { low, high } = wilsonInterval(positives, rows.length);
  return { count: rows.length, predicted: sum / rows.length, observed: positives / rows.length, low, high };
}

/** Mean distance between promised and observed, weighted by customers (Naeini, Cooper & Hauskrecht, AAAI 2015). */
export function calibrationError(table: readonly CalibrationBin[]): number {
  const total = table.reduce((sum, { count }) => sum + count, 0);
  return table.reduce((sum, { count, predicted, observed }) => sum + count * Math.abs(predicted - observed), 0) / total;
}
