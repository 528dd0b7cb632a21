import { median } from '../quantile.ts';

export type LevelChange = {
  /** Place of the first value at the new level. */
  readonly at: number;
  /** Medians of the sixteen values before it and of those since. */
  readonly before: number;
  readonly after: number;
  /** How many values before it were held against those since. */
  readonly of: number;
  /** How likely as clear a difference, to this side, is by chance alone. */
  readonly chance: number;
};

export type LevelChangeOptions = {
  /** Steps of a season; 1 for none. */
  readonly period: number;
  /** Told is what is less likely than this by chance alone, to one side and in one look. */
  readonly limit: number;
  /** Smallest change worth a word, as a part of the level before. */
  readonly least?: number;
};

/** Values that say what it was before, and how many there have to be, and may be, since. */
const before = 16;
const fewestSince = 4;
const mostSince = 8;
/** A change that has been under way, or that comes every year, is no change of level: where that foretells as much of it. */
const foretold = 0.5;

/**
 * Whether the newest four to eight values lie at another level than the sixteen before: by the exact rank-sum test (Mann & Whitney, On a test of whether one of two random variables is
 * stochastically larger, 1947), which asks nothing of how they are distributed and which no single value moves. It sees what is too unsteady for one value to be unusual, once it has stayed. Not told is what the slope
 * of the sixteen (Theil 1950) would have come to by half or more, nor what happened in the same steps of the season before. Undefined where there are fewer than twenty values.
 */
export function levelChange(values: readonly number[], { period, limit, least = 0.2 }: LevelChangeOptions): LevelChange | undefined {
  let best: LevelChange | undefined;
  for (let since = fewestSince; since <= mostSince; since += 1) {
    const at = values.length - since;
    const split = splitAt(values, at);
    if (split === undefined) continue;
    const { old, recent, from, to } = split;
    const chance = chanceOfRanks(old, recent);
    if (chance > limit || Math.abs(to - from) < least * Math.abs(from) || chance >= (best?.chance ?? 1)) continue;
    const part = (change: number): boolean => change / (to - from) >= foretold;
    if (part(slopeOf(old) * ((before + since) / 2))) continue;
    const last = splitAt(values.slice(0, Math.max(0, values.length - period)), at - period);
    // As a part of its level: the shop may have grown since.
    if (period > 1 && last !== undefined && last.from > 0 && part((last.to / last.from - 1) * from)) continue;
    best = { at, before: from, after: to, of: before, chance };
  }
  return best;
}

type Split = { readonly old: readonly number[]; readonly recent: readonly number[]; readonly from: number; readonly to: number };

function splitAt(values: readonly number[], at: number): Split | undefined {
  if (at < before || at >= values.length) return undefined;
  const [old, recent] = [values.slice(at - before, at), values.slice(at)];
  return { old, recent, from: median(old), to: median(recent) };
}

/** The median slope of all pairs, a step (Theil, A rank-invariant method of linear and polynomial regression analysis, 1950). */
function slopeOf(values: readonly number[]): number {
  return median(values.flatMap((value, at) => values.slice(at + 1).map((later, ahead) => (later - value) / (ahead + 1))));
}

/** Part of all orders of so many ranks in which the recent lie as far to one side of the old; a tie counts against. */
function chanceOfRanks(old: readonly number[], recent: readonly number[]): number {
  let [above, below] = [0, 0];
  for (const value of recent) for (const other of old) [above, below] = [above + Number(value >= other), below + Number(value <= other)];
  return partUpTo(recent.length, old.length, Math.min(above, below));
}

/** P(U ≤ u) of two samples alike: the ways to write numbers up to u as sums of at most `ones` parts of at most `others` each, of all ways. */
function partUpTo(ones: number, others: number, u: number): number {
  const most = ones * others;
  // Coefficients of the Gaussian binomial: ∏ (1 − q^(others + i)) / (1 − q^i).
  const ways = Array.from({ length: most + 1 }, (_, sum) => Number(sum === 0));
  for (let i = 1; i <= ones; i += 1) {
    for (let sum = most; sum >= others + i; sum -= 1) ways[sum] = (ways[sum] ?? 0) - (ways[sum - others - i] ?? 0);
    for (let sum = i; sum <= most; sum += 1) ways[sum] = (ways[sum] ?? 0) + (ways[sum - i] ?? 0);
  }
  const total = ways.reduce((sum, each) => sum + each, 0);
  return ways.slice(0, u + 1).reduce((sum, each) => sum + each, 0) / total;
}
