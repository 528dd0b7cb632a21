import { expect, test } from 'vitest';
import { flatnessOf } from './flatness.ts';

test('a run is flat where what it holds after the warm-up rises by a tenth in an hour at most, wherever it ends', () => {
  const minutes = Array.from({ length: 60 }, (_, minute) => minute);
  // Fifteen minutes of warm-up, then a saw that ends at its tip.
  const saw = minutes.map((minute) => (minute < 15 ? 300 + 20 * minute : 600 + 10 * (minute % 5)));
  expect(flatnessOf(saw)).toMatchObject({ flat: true, mean: 620, warmUpMinutes: 15 });
  // By numpy.polyfit(range(45), [600 + 10 * (m % 5)], 1)[0] * 60 / 620.
  expect(flatnessOf(saw).hourly).toBeCloseTo(0.01147, 4);
  const rises = minutes.map((minute) => 500 + 1.2 * minute);
  expect(flatnessOf(rises).flat).toBe(false);
  expect(flatnessOf(rises).hourly).toBeCloseTo(72 / 544.4, 4);
  expect(flatnessOf(minutes.map((minute) => 500 - minute)).flat).toBe(true);
});

test('a run of a minute tells nothing', () => {
  expect(flatnessOf([300]).flat).toBe(false);
  expect(flatnessOf([]).flat).toBe(false);
});
