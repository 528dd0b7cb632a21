import { sigmoid } from '../linear/logistic.ts';

/** Probability = sigmoid(slope · score + offset). */
export type PlattCalibration = { readonly kind: 'platt'; readonly slope: number; readonly offset: number };

/**
 * Platt's scaling (Advances in Large Margin Classifiers, 1999) by Newton's method as Lin, Lin & Weng (Machine Learning 68, 2007), with the
 * labels drawn in a little so that few rows do not make it certain.
 */
export function fitPlatt(scores: Float64Array, labels: Uint8Array): PlattCalibration {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const negatives = labels.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 0;
  let offset = Math.log((positives + 1) / (negatives + 1));
  let loss = plattLoss(scores, labels, high, low, slope, offset);
  for (let iteration = 0; iteration < 100; iteration += 1) {
    let [g1, g2, h11, h12, h22] = [0, 0, 1e-12, 0, 1e-12];
    for (let row = 0; row < scores.length; row += 1) {
      const score = scores[row] ?? 0;
      const probability = sigmoid(slope * score + offset);
      const missing = (labels[row] === 1 ? high : low) - probability;
      const weight = probability * (1 - probability);
      g1 += missing * score;
      g2 += missing;
      h11 += weight * score * score;
      h12 += weight * score;
      h22 += weight;
    }
    const determinant = h11 * h22 - h12 * h12;
    if ((Math.abs(g1) < 1e-8 && Math.abs(g2) < 1e-8) || determinant <= 0) break;
    const stepSlope = (h22 * g1 - h12 * g2) / determinant;
    const stepOffset = (h11 * g2 - h12 * g1) / determinant;
    let length = 1;
    while (length > 1e-10 && plattLoss(scores, labels, high, low, slope + length * stepSlope, offset + length * stepOffset) >= loss) length /= 2;
    if (length <= 1e-10) break;
    slope += length * stepSlope;
    offset += length * stepOffset;
    loss = plattLoss(scores, labels, high, low, slope, offset);
  }
  return { kind: 'platt', slope, offset };
}

function plattLoss(scores: Float64Array, labels: Uint8Array, high: number, low: number, slope: number, offset: number): number {
  let loss = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const value = slope * (scores[row] ?? 0) + offset;
    loss += Math.max(value, 0) - (labels[row] === 1 ? high : low) * value + Math.log1p(Math.exp(-Math.abs(value)));
  }
  return loss;
}
