import type { Random } from '../../random/index.ts';
import { mean } from '../../mean.ts';
import type { Units } from './best-split.ts';
import { curvatureUnit, largestGradientSum } from './histogram.ts';

export type Loss = 'logistic' | 'squared';

/** `packed` receives the derivatives; `curvature` is scratch space. A place per row. */
export type GradientScratch = { readonly packed: Float64Array; readonly curvature: Float64Array };

/** The constant score with the least loss. */
export function startingScore(loss: Loss, targets: Float64Array): number {
  const average = mean(targets);
  if (loss === 'squared') return average;
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, average));
  return Math.log(kept / (1 - kept));
}

/** First and second derivatives of each row's loss by its score, as whole numbers packed into `packed`; returns what the whole numbers stand for. */
export function gradients(loss: Loss, targets: Float64Array, scores: Float64Array, random: Random, { packed, curvature }: GradientScratch): Units {
  let largest = 0;
  let steepest = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0;
    const predicted = loss === 'logistic' ? 1 / (1 + Math.exp(-score)) : score;
    const gradient = predicted - (targets[row] ?? 0);
    const own = loss === 'logistic' ? Math.max(1e-16, predicted * (1 - predicted)) : 1;
    packed[row] = gradient;
    curvature[row] = own;
    largest = Math.max(largest, Math.abs(gradient));
    steepest = Math.max(steepest, own);
  }
  return pack(packed, curvature, largest, steepest, random);
}

/** Rounds up or down at random so that the mean is right: small gradients of many rows must not vanish. Works in place. */
function pack(packed: Float64Array, curvature: Float64Array, largest: number, steepest: number, random: Random): Units {
  const rows = packed.length;
  const levels = Math.max(4, Math.min(2 ** 15, Math.floor(largestGradientSum / rows) - 1));
  const byGradient = levels / (largest || 1);
  const byCurvature = levels / (steepest || 1);
  let word = Math.floor(random() * 4294967295) | 1;
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    // Marsaglia's xorshift (Journal of Statistical Software 8, 2003): rounding needs speed, not more.
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    const whole = Math.floor((curvature[row] ?? 0) * byCurvature + (word & 65535) / 65536);
    total += whole;
    packed[row] = Math.floor((packed[row] ?? 0) * byGradient + (word >>> 16) / 65536) + whole * curvatureUnit;
  }
  return { gradient: 1 / byGradient, curvature: 1 / byCurvature, rowsPerCurvature: rows / total };
}

/** Mean loss of scores: log-loss in nats, or half the squared error. */
export function meanLoss(loss: Loss, targets: Float64Array, scores: Float64Array): number {
  return mean(
    scores.map((score, row) => {
      const target = targets[row] ?? 0;
      return loss === 'squared' ? (score - target) ** 2 / 2 : Math.max(score, 0) - target * score + Math.log1p(Math.exp(-Math.abs(score)));
    }),
  );
}
