import { median } from '../quantile.ts';

export type Unusual = {
  /** What was to be expected of the newest value, and the ends of what is usual. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Modified z-score: distance in robust standard deviations. */
  readonly score: number;
  readonly unusual: boolean;
};

export type UnusualOptions = {
  /** Steps of a season; 1 for none. */
  readonly period: number;
  /** Modified z-score from which a value is unusual: 3.5, as Iglewicz & Hoaglin advise, unless told. */
  readonly limit?: number;
  /** Smallest relative change worth a word. */
  readonly least?: number;
};

const before = 8;
/** Distances kept to judge by. */
const mostDistances = 78;
const fewestDistances = 8;

/**
 * Whether the newest value is unusual, by a baseline that outliers can not move: the median of the eight values before, corrected by what the season did a period
 * ago where that makes the distances smaller, and the median absolute deviation of past distances from it (Iglewicz & Hoaglin, How to Detect and Handle
 * Outliers, 1993). Undefined where there are fewer than sixteen values.
 */
export function unusual(values: ArrayLike<number>, { period, limit = 3.5, least = 0.1 }: UnusualOptions): Unusual | undefined {
  const last = values.length - 1;
  if (last < before + fewestDistances - 1) return undefined;
  const plain = distances(values, () => 0);
  const seasonal = period > 1 && last - period >= before ? distances(values, (at) => seasonOf(values, at, period)) : undefined;
  const [own, season] =
    seasonal !== undefined && enough(seasonal) && spreadOf(seasonal) < spreadOf(plain) ? [seasonal, seasonOf(values, last, period)] : [plain, 0];
  const expected = levelBefore(values, last) + season + median(own);
  const scale = spreadOf(own);
  const actual = values[last] ?? 0;
  // Counts of a few people jump by themselves: never narrower than chance alone (the square root of what is expected), nor amounts than a hundredth.
  const width = Math.max(scale, smallest(values, expected));
  const score = (actual - expected) / width;
  return {
    expected,
    low: expected - limit * width,
    high: expected + limit * width,
    score,
    unusual: Math.abs(score) > limit && Math.abs(actual - expected) >= least * Math.max(Math.abs(expected), 1e-9),
  };
}

const enough = (found: readonly number[]): boolean => found.length >= fewestDistances;

/** Distances of all values but the newest from the level before each. */
function distances(values: ArrayLike<number>, season: (at: number) => number): readonly number[] {
  const found: number[] = [];
  for (let at = Math.max(before, values.length - 1 - mostDistances); at < values.length - 1; at += 1) {
    const expected = levelBefore(values, at) + season(at);
    if (Number.isFinite(expected)) found.push((values[at] ?? 0) - expected);
  }
  return found;
}

const levelBefore = (values: ArrayLike<number>, at: number): number => median(Array.from({ length: before }, (_, back) => values[at - 1 - back] ?? 0));

/** What a period ago the value, smoothed over three steps, stood above the level before it; NaN where that was not seen. */
function seasonOf(values: ArrayLike<number>, at: number, period: number): number {
  const then = at - period;
  if (then < before) return Number.NaN;
  return median([values[then - 1] ?? 0, values[then] ?? 0, values[then + 1] ?? 0]) - levelBefore(values, then);
}

/** 1.4826 × median absolute deviation: the standard deviation, were the distances normal. */
function spreadOf(found: readonly number[]): number {
  const centre = median(found);
  return 1.4826 * median(found.map((distance) => Math.abs(distance - centre)));
}

const smallest = (values: ArrayLike<number>, expected: number): number =>
  Array.from(values).every((value) => Number.isInteger(value)) ? Math.sqrt(Math.max(1, Math.abs(expected))) / 2 : Math.max(1e-9, 0.01 * Math.abs(expected));
