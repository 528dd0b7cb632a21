import { type Random, seededRandom } from '../../random/index.ts';
import { kMeans } from '../k-means/k-means.ts';
import { principalComponents, project } from '../map/principal-components.ts';
import type { Points } from '../points.ts';

export type Gap = { readonly k: number; readonly gap: number; readonly standardError: number };

/**
 * Gap statistic (Tibshirani, Walther & Hastie, JRSS B 63, 2001): how much tighter k groups are than k groups of rows spread evenly over the same
 * box, which lies along the principal components (theirs, too: beside a box along the axes one tilted cloud looks like several). The smallest k whose gap is at least the next one's less its standard error is theirs to choose; 1 means there are no groups.
 */
export function gapStatistic(given: Points, most: number, seed: number, references = 8): readonly Gap[] {
  const random = seededRandom(seed);
  const points = project(given, principalComponents(given, given.width));
  const spread = Array.from({ length: references }, () => evenly(points, random));
  return Array.from({ length: most }, (_, place) => {
    const k = place + 1;
    const dispersion = (some: Points): number => Math.log(Math.max(1e-12, kMeans(some, k, { seed, restarts: 2, mostIterations: 50 }).inertia));
    const logs = spread.map(dispersion);
    const mean = logs.reduce((sum, log) => sum + log, 0) / references;
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / references);
    return { k, gap: mean - dispersion(points), standardError: deviation * Math.sqrt(1 + 1 / references) };
  });
}

/** The number of groups that the gaps say. */
export const kByGap = (gaps: readonly Gap[]): number =>
  gaps.find(({ gap }, place) => {
    const next = gaps[place + 1];
    return next === undefined || gap >= next.gap - next.standardError;
  })?.k ?? 1;

function evenly({ rows, width, values }: Points, random: Random): Points {
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  values.forEach((value, place) => {
    const column = place % width;
    low[column] = Math.min(low[column] ?? 0, value);
    high[column] = Math.max(high[column] ?? 0, value);
  });
  return { rows, width, values: values.map((_, place) => (low[place % width] ?? 0) + random() * ((high[place % width] ?? 0) - (low[place % width] ?? 0))) };
}
