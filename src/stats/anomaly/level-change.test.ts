import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../random/index.ts';
import { levelChange } from './index.ts';

const old = [31, 28, 40, 22, 35, 27, 33, 29, 38, 24, 36, 30, 26, 34, 41, 25];
const options = { period: 52, limit: 0.0003 };

test('the chance is that of the exact rank-sum test, as SciPy 1.10 gives it', () => {
  // scipy.stats.mannwhitneyu(newest, old, method='exact', alternative='less')
  expect(levelChange([...old, 12, 15, 9, 18], options)?.chance).toBeCloseTo(0.0002063983488132095, 15);
  expect(levelChange([...old, 12, 23, 9, 18, 15], options)).toMatchObject({ at: 16, before: 30.5, after: 15, of: 16 });
  expect(levelChange([...old, 12, 23, 9, 18, 15], options)?.chance).toBeCloseTo(9.828492800629023e-5, 15);
});

test('three weeks are too few, one that comes back is none, and neither is a tenth', () => {
  expect(levelChange([...old, 12, 15, 9], options)).toBeUndefined();
  expect(levelChange([...old, 12, 15, 9, 31, 28], options)).toBeUndefined();
  expect(levelChange([...Array.from({ length: 16 }, (_, at) => 100 + (at % 3)), 90, 91, 92, 91], options)).toBeUndefined();
});

test('what went on before, and what comes every year, is no change of level', () => {
  const falling = Array.from({ length: 24 }, (_, at) => 100 - 4 * at + (at % 2));
  expect(levelChange(falling, options)).toBeUndefined();
  const year = Array.from({ length: 52 }, (_, at) => (at >= 40 ? 60 : 30) + (old[at % 16] ?? 0) / 10);
  expect(levelChange(year.slice(0, 46), options)).toMatchObject({ at: 40 });
  expect(levelChange([...year, ...year.slice(0, 46)], options)).toBeUndefined();
  // Where it comes every year but this year a third of it is left.
  expect(levelChange([...year, ...year.slice(0, 40), 9, 8, 10, 9, 8, 11], options)).toMatchObject({ after: 9 });
});

test('of figures that stay the same but for chance hardly one a year is told, a fall to half nearly always, one to a third of the least steady mostly', () => {
  const random = seededRandom(7);
  const figure = (length: number, spread: number) => Array.from({ length }, () => Math.exp(spread * randomNormal(random)));
  let told = 0;
  for (let shop = 0; shop < 60; shop += 1) {
    const values = figure(90, 0.3);
    let before = false;
    for (let end = 39; end <= values.length; end += 1) {
      const now = levelChange(values.slice(0, end), options) !== undefined;
      if (now && !before) told += 1;
      before = now;
    }
  }
  // Sixty years of it: .05 a year are expected.
  expect(told).toBeLessThanOrEqual(8);
  const seen = (spread: number, to: number): number =>
    Array.from({ length: 60 }, () => {
      const values = [...figure(30, spread), ...figure(8, spread).map((value) => value * to)];
      return [4, 5, 6, 7, 8].some((since) => levelChange(values.slice(0, 30 + since), options) !== undefined);
    }).filter(Boolean).length;
  expect(seen(0.25, 0.5)).toBeGreaterThanOrEqual(54);
  expect(seen(0.6, 0.3)).toBeGreaterThanOrEqual(36);
});
