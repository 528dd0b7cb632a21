import { expect, test } from 'vitest';
import { calibrated, fitIsotonic, fitPlatt } from './index.ts';

const scores = Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.6, 0.8);
const labels = Uint8Array.of(0, 1, 0, 0, 1, 1, 0, 1);

// scikit-learn 1.2.1: IsotonicRegression(out_of_bounds='clip') and _SigmoidCalibration on the same numbers.
test('isotonic calibration is that of scikit-learn', () => {
  const asked = Float64Array.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9);
  const expected = [0, 0, 1 / 3, 1 / 3, 1 / 3, 0.5, 2 / 3, 2 / 3, 5 / 6, 1, 1];
  calibrated(fitIsotonic(scores, labels), asked).forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? 0, 12));
});

test("Platt's calibration is that of scikit-learn", () => {
  const { slope, offset } = fitPlatt(scores, labels);
  expect(slope).toBeCloseTo(2.58926555, 4);
  expect(offset).toBeCloseTo(-1.13256776, 4);
});
