import { describe, expect, test } from 'vitest';
import { drawFrom, randomNormal, sampled, seededRandom, shuffled } from './index.ts';

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

  // 30,000 draws of 2 of 5, one pool throughout: each of the 10 pairs is to come 3,000 times, with a standard error of 52; four of them are allowed.
  test('draws each subset as often, whatever order earlier draws left', () => {
    const random = seededRandom(5);
    const pool = Uint32Array.from([0, 1, 2, 3, 4]);
    const times = new Map<string, number>();
    for (let draw = 0; draw < 30_000; draw += 1) {
      const pair = drawFrom(random, pool, 2).toSorted().join();
      times.set(pair, (times.get(pair) ?? 0) + 1);
    }
    expect(times.size).toBe(10);
    for (const count of times.values()) expect(Math.abs(count - 3000)).toBeLessThan(208);
    expect(pool.toSorted()).toEqual(Uint32Array.from([0, 1, 2, 3, 4]));
  });
});
