import { normalQuantile } from '../normal-quantile.ts';
import { median, quantileSorted } from '../quantile.ts';

export type Unusual = {
  /** What was to be expected of the newest value, and the ends of what is usual: never nearer than the smallest change worth a word. */
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
  /** Shorter rhythms that there may be: of each, a label for every value (the week of its month, say); values of one label are alike. */
  readonly rhythms?: readonly (readonly number[])[];
  /** Modified z-score from which a value is unusual: 3.5, as Iglewicz & Hoaglin advise, unless told. */
  readonly limit?: number;
  /** Smallest change worth a word: relative, and in steps of what is counted. */
  readonly least?: number;
  readonly fewest?: number;
  /** A number of those who are there, of whom most were there before: it varies by less than one of those who come. */
  readonly stock?: boolean;
};

const before = 8;
/** Distances kept to judge by, and the newest of them, which alone say how lively it has been of late. */
const mostDistances = 78;
const newest = 16;
const fewestDistances = 8;
/** Values of the same place in a rhythm that say what is usual there. */
const turns = 3;
/** A rhythm is believed where it leaves less than this part of the distances: of several that are tried, one fits a little better by chance. */
const clearly = 0.6;

/** Part of the distances that tells how far is usual. */
const inner = 0.85;

/** What was to be expected of each value from those before it; NaN where that is not known. */
type Expecting = (at: number) => number;

/**
 * Whether the newest value is unusual, by a baseline that outliers can not move: the median of the eight values before, corrected by what the season did a period ago where that makes the distances smaller, or the median of the
 * last three of the same place in a rhythm where that leaves clearly less; and past distances from it (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993). These are told by the median absolute deviation and by the 85 in 100
 * of them that are smallest, whichever is wider, of all and of the newest: what jumps in one week of four, or has begun to move, is not taken for as steady as its middle. The fewer they are, the further out a value has to lie. Undefined where there are fewer than sixteen values.
 */
export function unusual(
  values: ArrayLike<number>,
  { period, rhythms = [], limit = 3.5, least = 0.1, fewest = 0, stock = false }: UnusualOptions,
): Unusual | undefined {
  const last = values.length - 1;
  if (last < before + fewestDistances - 1) return undefined;
  const level: Expecting = (at) => levelBefore(values, at);
  const plain = judgedBy(values, level);
  const seasonal = period > 1 && last - period >= before ? judgedBy(values, (at) => level(at) + seasonOf(values, at, period)) : undefined;
  let best = plain;
  if (seasonal !== undefined && seasonal.scale < best.scale) best = seasonal;
  for (const labels of rhythms) {
    const rhythm = judgedBy(values, (at) => sameBefore(values, labels, at));
    if (rhythm.scale < clearly * best.scale) best = rhythm;
  }
  const { expected, scale, count } = best;
  const actual = values[last] ?? 0;
  const side = actual < expected ? -1 : 1;
  const away = Math.abs(actual - expected);
  const width = Math.max(scale, chanceOf(values, expected, limit, stock ? undefined : side));
  const reach = (toward: 1 | -1): number => Math.max(limitFor(limit, count) * scale, limit * chanceOf(values, expected, limit, stock ? undefined : toward));
  const [low, high] = [expected - reach(-1), expected + reach(1)];
  const smallest = Math.max(least * Math.abs(expected), Number.isFinite(fewest) ? fewest : 0);
  return {
    expected,
    low: Math.min(low, expected - smallest),
    high: Math.max(high, expected + smallest),
    score: (actual - expected) / width,
    unusual: (actual < low || actual > high) && away >= least * Math.max(Math.abs(expected), 1e-9) && away >= fewest,
  };
}

type JudgedBy = { readonly expected: number; readonly scale: number; readonly count: number };
const unknown: JudgedBy = { expected: Number.NaN, scale: Number.POSITIVE_INFINITY, count: 0 };

/** What one way of expecting says of the newest value, and how far it was off before. */
function judgedBy(values: ArrayLike<number>, expecting: Expecting): JudgedBy {
  const last = values.length - 1;
  const found: number[] = [];
  for (let at = Math.max(before, last - mostDistances); at < last; at += 1) {
    const expected = expecting(at);
    if (Number.isFinite(expected)) found.push((values[at] ?? 0) - expected);
  }
  const own = expecting(last);
  if (found.length < fewestDistances || !Number.isFinite(own)) return unknown;
  const centre = median(found);
  const scale = Math.max(spreadOf(found, centre), spreadOf(found.slice(-newest), centre));
  return { expected: own + centre, scale, count: found.length };
}

const levelBefore = (values: ArrayLike<number>, at: number): number => median(Array.from({ length: before }, (_, back) => values[at - 1 - back] ?? 0));

/** What a period ago the value, smoothed over three steps, stood above the level before it; NaN where that was not seen. */
function seasonOf(values: ArrayLike<number>, at: number, period: number): number {
  const then = at - period;
  if (then < before) return Number.NaN;
  return median([values[then - 1] ?? 0, values[then] ?? 0, values[then + 1] ?? 0]) - levelBefore(values, then);
}

/** The median of the last values of the same label; NaN where fewer were seen. */
function sameBefore(values: ArrayLike<number>, labels: readonly number[], at: number): number {
  const same: number[] = [];
  for (let back = at - 1; back >= 0 && same.length < turns; back -= 1) if (labels[back] === labels[at]) same.push(values[back] ?? 0);
  return same.length < turns ? Number.NaN : median(same);
}

/** The standard deviation, were the distances normal: 1.4826 times their median, or by the 85 in 100 that are smallest, which know of heavier tails and of what comes in one week of four, and still of no two outliers in sixteen. */
function spreadOf(found: readonly number[], centre: number): number {
  const sizes = found.map((distance) => Math.abs(distance - centre)).sort((one, other) => one - other);
  return Math.max(1.4826 * quantileSorted(sizes, 0.5), quantileSorted(sizes, inner) / normalQuantile((1 + inner) / 2));
}

/**
 * Counts jump by themselves: never narrower than chance alone (of a Poisson variable, by the square root: between (√e − z/2)² and (√e + z/2)²), nor amounts than a hundredth; a stock half of that. In standard deviations, of which `limit` are the end.
 */
function chanceOf(values: ArrayLike<number>, expected: number, limit: number, side: 1 | -1 | undefined): number {
  if (!Array.from(values).every((value) => Number.isInteger(value))) return Math.max(1e-9, 0.01 * Math.abs(expected));
  if (side === undefined) return Math.sqrt(Math.max(1, expected)) / 2;
  return Math.max(1 / limit, Math.sqrt(Math.max(0, expected)) + (side * limit) / 4);
}

/** As unlikely by Student's t as the limit is by the normal distribution, where so few distances say how far is far (Abramowitz & Stegun 26.7.5). */
function limitFor(limit: number, count: number): number {
  const n = count - 1;
  const power = (exponent: number): number => limit ** exponent;
  return (
    limit +
    (power(3) + limit) / (4 * n) +
    (5 * power(5) + 16 * power(3) + 3 * limit) / (96 * n ** 2) +
    (3 * power(7) + 19 * power(5) + 17 * power(3) - 15 * limit) / (384 * n ** 3)
  );
}
