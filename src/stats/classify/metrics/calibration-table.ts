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
  return tableBy(probabilities, labels, bins, () => 1);
}

/**
 * The same in groups that tell equally much: each has its part of the sum of p(1 − p), which is the variance of how many are positive. Where few are likely, a tenth of the rows would hold those of a
 * tenth and of nine tenths alike; here each is held against its like, of whom there may be few, as the interval then says.
 */
export function evenCalibration(probabilities: Float64Array, labels: Uint8Array, bins = 10): readonly CalibrationBin[] {
  return tableBy(probabilities, labels, bins, (probability) => probability * (1 - probability) + 1e-9);
}

function tableBy(probabilities: Float64Array, labels: Uint8Array, bins: number, weigh: (probability: number) => number): readonly CalibrationBin[] {
  const order = Uint32Array.from(probabilities, (_, row) => row).sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0) || a - b);
  const weightAt = (place: number): number => weigh(probabilities[order[place] ?? 0] ?? 0);
  const total = order.reduce((sum, _, place) => sum + weightAt(place), 0);
  const table: CalibrationBin[] = [];
  let passed = 0;
  for (let start = 0; start < order.length; ) {
    const until = (total * (table.length + 1)) / bins;
    let end = start;
    // Half a row over the limit belongs to the next one; rows of one probability stay together.
    while (
      end < order.length &&
      (end === start || passed + weightAt(end) / 2 < until || probabilities[order[end] ?? 0] === probabilities[order[end - 1] ?? 0])
    ) {
      passed += weightAt(end);
      end += 1;
    }
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
