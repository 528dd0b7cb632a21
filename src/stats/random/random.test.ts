import { describe, expect, test } from 'vitest';
import { randomNormal, sampled, seededRandom, shuffled } from './index.ts';

describe('seeded randomness', () => {
  test('is the same for the same seed and different for another', () => {
    const draw = (seed: number): number[] => {
      const random = seededRandom(seed);
      return [random(), random(), random()];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  // Standard error of the mean of 20,000 uniform draws is 0.289 / √20000 = 0.002, of normal ones 0.0071; four of them are allowed.
  test('is even, and normal where asked', () => {
    const random = seededRandom(1);
    const uniform = Float64Array.from({ length: 20_000 }, random);
    expect(Math.abs(uniform.reduce((a, b) => a + b, 0) / 20_000 - 0.5)).toBeLessThan(0.0082);
    const normal = Float64Array.from({ length: 20_000 }, () => randomNormal(random));
    expect(Math.abs(normal.reduce((a, b) => a + b, 0) / 20_000)).toBeLessThan(0.029);
    expect(Math.abs(normal.reduce((a, b) => a + b * b, 0) / 20_000 - 1)).toBeLessThan(0.04);
  });

  test('shuffles everything once and samples without repeats', () => {
    expect([...shuffled(seededRandom(3), 50)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(new Set(sampled(seededRandom(3), 50, 20)).size).toBe(20);
    expect([...sampled(seededRandom(3), 3, 20)]).toEqual([0, 1, 2]);
  });
});
