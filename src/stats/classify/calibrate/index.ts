import { sigmoid } from '../linear/logistic.ts';
import { type IsotonicCalibration, isotonicAt } from './isotonic.ts';
import type { PlattCalibration } from './platt.ts';

export * from './isotonic.ts';
export * from './platt.ts';

export type Calibration = PlattCalibration | IsotonicCalibration;

/** Scores → probabilities that can be taken at their word. */
export function calibrated(calibration: Calibration, scores: Float64Array): Float64Array<ArrayBuffer> {
  switch (calibration.kind) {
    case 'platt':
      return Float64Array.from(scores, (score) => sigmoid(calibration.slope * score + calibration.offset));
    case 'isotonic':
      return Float64Array.from(scores, (score) => isotonicAt(calibration, score));
  }
}
