import { mean } from '../mean.ts';

/** Steps that tell the level of today, in parts of a season: a quarter. */
const recent = 4;
/** Neighbours of a step in the season that are taken with it, on either side: what one step had by chance is not the season. */
const neighbours = 2;
/** At most this factor from one season to the next is taken for growth. */
const mostGrowth = 2;

/** How many steps are needed before there is a season and a beginning of the next: four weeks of a year. */
export const seasonalLevelNeeds = (period: number): number => period + Math.max(1, Math.floor(period / 13));

export type SeasonalLevel = { readonly errors: Float64Array; readonly expected: (steps: number) => Float64Array };

/**
 * A season of few liberties: the mean course of the seasons seen (each step with its neighbours, growth from season to season taken off), on the level of the last quarter. Classical decomposition by ratios (Makridakis, Wheelwright & Hyndman 1998, chapter 3),
 * for seasons so long that there are two or three of them, where a smoothed value for each step would follow chance.
 */
export function seasonalLevel(values: Float64Array, period: number): SeasonalLevel {
  const length = values.length;
  const growth = growthOf(values, period);
  // As if the level of today had been there all along.
  const level = values.map((value, at) => value * growth ** ((length - 1 - at) / period));
  const centre = mean(level.slice(-Math.floor(length / period) * period));
  const course = smoothedCourse(level, period, centre);
  const factorAt = (at: number): number => course[((at % period) + period) % period] ?? 1;
  const span = Math.max(1, Math.floor(period / recent));
  const expectedOf = (from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += factorAt(at);
    return sum;
  };
  const lately = level.slice(length - span).reduce((sum, value) => sum + value, 0);
  const basis = expectedOf(length - span, length);
  const today = basis > 0 ? lately / basis : centre;
  return {
    errors: level.map((value, at) => value - today * factorAt(at)).slice(-period),
    expected: (steps) => Float64Array.from({ length: steps }, (_, step) => today * factorAt(length + step)),
  };
}

/** The factor from one season to the next, of the steps that both have; none where these are less than a quarter. */
function growthOf(values: Float64Array, period: number): number {
  const both = Math.min(period, values.length - period);
  if (both < period / recent) return 1;
  const sum = (from: number): number => values.slice(from, from + both).reduce((total, value) => total + value, 0);
  const [now, before] = [sum(values.length - both), sum(values.length - both - period)];
  return before > 0 && now > 0 ? Math.min(mostGrowth, Math.max(1 / mostGrowth, now / before)) : 1;
}

/** By place in the season: how many times the centre it has on average, with its neighbours. */
function smoothedCourse(level: Float64Array, period: number, centre: number): Float64Array {
  const [sums, counts] = [new Float64Array(period), new Float64Array(period)];
  level.forEach((value, at) => {
    sums[at % period] = (sums[at % period] ?? 0) + value;
    counts[at % period] = (counts[at % period] ?? 0) + 1;
  });
  const plain = sums.map((sum, place) => (centre > 0 ? sum / Math.max(1, counts[place] ?? 0) / centre : 1));
  const reach = Math.min(neighbours, Math.floor((period - 1) / 4));
  return plain.map((_, place) => {
    let total = 0;
    for (let away = -reach; away <= reach; away += 1) total += plain[(place + away + period) % period] ?? 0;
    return total / (2 * reach + 1);
  });
}
