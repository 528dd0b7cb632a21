import { solveSymmetric } from '../matrix/index.ts';
import type { UpliftRows } from './qini.ts';

/** What a score comes to: `offset + slope × score`. */
export type UpliftScale = { readonly offset: number; readonly slope: number };
export type UpliftCalibration = UpliftScale & {
  /** Of the slope, robust to unequal variances: 1 is a score that promises what comes, 0 one that tells nothing. */
  readonly slopeError: number;
};

/** A score may be made bolder by no more than this; one that falls where the effect rises is taken to tell nothing. */
const mostSlope = 2;

/**
 * The best linear predictor of the effect given scores of people whom their model has not seen (Chernozhukov, Demirer, Duflo & Fernández-Val, Generic Machine Learning Inference, 2018, equation 3.1): Y on 1, S, W − p and
 * (W − p)(S − mean S), where W is the treatment, given by chance with the share p. Models promise too much at both ends, since those are chosen by what they mistook for the effect; the slope says by how much.
 */
export function calibrateUplift(rows: UpliftRows): UpliftCalibration {
  const { scores, treated, outcomes } = rows;
  const n = scores.length;
  const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const [centre, share] = [mean(scores), mean(treated)];
  const row = (at: number): readonly number[] => {
    const [away, given] = [(scores[at] ?? 0) - centre, (treated[at] ?? 0) - share];
    return [1, away, given, given * away];
  };
  const size = 4;
  const [square, right] = [new Float64Array(size * size), new Float64Array(size)];
  for (let at = 0; at < n; at += 1) addOuter(square, right, row(at), outcomes[at] ?? 0);
  const solved = solveSymmetric(square.slice(), right);
  // Scores that are all alike tell nobody from another.
  if (solved === undefined) return { offset: differenceOf(rows), slope: 0, slopeError: Number.POSITIVE_INFINITY };
  // The slope's row of the inverse, on either side of the squared residuals (White 1980).
  const inverseRow = solveSymmetric(square.slice(), Float64Array.of(0, 0, 0, 1)) ?? new Float64Array(size);
  let variance = 0;
  for (let at = 0; at < n; at += 1) {
    const own = row(at);
    const dot = (values: ArrayLike<number>): number => own.reduce((sum, value, place) => sum + value * (values[place] ?? 0), 0);
    variance += (dot(inverseRow) * ((outcomes[at] ?? 0) - dot(solved))) ** 2;
  }
  const slope = Math.min(mostSlope, Math.max(0, solved[3] ?? 0));
  return { offset: (solved[2] ?? 0) - slope * centre, slope, slopeError: Math.sqrt(variance) };
}

/** Adds one row to the normal equations. */
function addOuter(square: Float64Array, right: Float64Array, row: readonly number[], outcome: number): void {
  row.forEach((a, i) => {
    right[i] = (right[i] ?? 0) + a * outcome;
    row.forEach((b, j) => {
      square[i * row.length + j] = (square[i * row.length + j] ?? 0) + a * b;
    });
  });
}

/** Mean outcome of the treated less that of the others. */
function differenceOf({ treated, outcomes }: UpliftRows): number {
  const [count, sum] = [new Float64Array(2), new Float64Array(2)];
  for (let at = 0; at < outcomes.length; at += 1) {
    const side = treated[at] ?? 0;
    count[side] = (count[side] ?? 0) + 1;
    sum[side] = (sum[side] ?? 0) + (outcomes[at] ?? 0);
  }
  return (sum[1] ?? 0) / Math.max(1, count[1] ?? 0) - (sum[0] ?? 0) / Math.max(1, count[0] ?? 0);
}
