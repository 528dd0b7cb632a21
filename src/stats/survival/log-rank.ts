import { upperGamma } from '../contingency/incomplete-gamma.ts';
import { inverse } from '../inverse.ts';
import type { Spells } from './kaplan-meier.ts';

export type LogRank = {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  /** Ends of each group, and how many there would have been were all alike. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
};

/**
 * Whether groups last differently (Mantel, Cancer Chemotherapy Reports 50, 1966; Peto & Peto, Journal of the Royal Statistical Society A 135, 1972): at every time with ends, those that were to be expected of each group by its share of
 * those still running, with the covariance of a draw without putting back. Undefined where fewer than two groups could have ended.
 */
export function logRank(groups: readonly Spells[]): LogRank | undefined {
  const rows = groups.flatMap(({ duration, ended }, group) =>
    Array.from({ length: duration.length }, (_, row) => ({ time: duration[row] ?? 0, ends: (ended[row] ?? 0) > 0, group })),
  );
  rows.sort((a, b) => a.time - b.time);
  // Who enters late is not at risk before; the others are from the beginning on.
  const entries = groups.flatMap(({ entry }, group) => Array.from(entry ?? [], (time) => ({ time, group }))).toSorted((a, b) => a.time - b.time);
  const running = groups.map(({ duration, entry }) => (entry === undefined ? duration.length : 0));
  let entered = 0;
  const [observed, expected] = [groups.map(() => 0), groups.map(() => 0)];
  const covariance = groups.map(() => groups.map(() => 0));
  for (let at = 0; at < rows.length; ) {
    const time = rows[at]?.time ?? 0;
    for (; entered < entries.length && (entries[entered]?.time ?? 0) < time; entered += 1) {
      const group = entries[entered]?.group ?? 0;
      running[group] = (running[group] ?? 0) + 1;
    }
    const atRisk = running.reduce((sum, own) => sum + own, 0);
    const [ends, left] = [groups.map(() => 0), groups.map(() => 0)];
    for (; at < rows.length && rows[at]?.time === time; at += 1) {
      const group = rows[at]?.group ?? 0;
      left[group] = (left[group] ?? 0) + 1;
      if (rows[at]?.ends === true) ends[group] = (ends[group] ?? 0) + 1;
    }
    const all = ends.reduce((sum, own) => sum + own, 0);
    if (all > 0) addTime({ ends, all, running, atRisk }, { observed, expected, covariance });
    left.forEach((gone, group) => (running[group] = (running[group] ?? 0) - gone));
  }
  return tested(observed, expected, covariance);
}

type AtTime = { readonly ends: readonly number[]; readonly all: number; readonly running: readonly number[]; readonly atRisk: number };
type Totals = { readonly observed: number[]; readonly expected: number[]; readonly covariance: number[][] };

function addTime({ ends, all, running, atRisk }: AtTime, { observed, expected, covariance }: Totals): void {
  const spread = atRisk > 1 ? (all * (atRisk - all)) / (atRisk - 1) : 0;
  for (const [group, own] of running.entries()) {
    const share = own / atRisk;
    observed[group] = (observed[group] ?? 0) + (ends[group] ?? 0);
    expected[group] = (expected[group] ?? 0) + all * share;
    const row = covariance[group] ?? [];
    for (const [other, its] of running.entries()) row[other] = (row[other] ?? 0) + spread * share * ((group === other ? 1 : 0) - its / atRisk);
  }
}

/** (O − E)ᵀ V⁻¹ (O − E) over all groups but one, which the others tell; groups that were never at risk of an end tell nothing. */
function tested(observed: readonly number[], expected: readonly number[], covariance: readonly (readonly number[])[]): LogRank | undefined {
  const telling = expected.flatMap((own, group) => (own > 0 && (covariance[group]?.[group] ?? 0) > 0 ? [group] : []));
  const free = telling.slice(1);
  const precision = free.length === 0 ? undefined : inverse(free.map((group) => free.map((other) => covariance[group]?.[other] ?? 0)));
  if (precision === undefined) return undefined;
  const beyond = free.map((group) => (observed[group] ?? 0) - (expected[group] ?? 0));
  const statistic = beyond.reduce((sum, own, i) => sum + own * beyond.reduce((inner, other, j) => inner + (precision[i]?.[j] ?? 0) * other, 0), 0);
  return {
    statistic,
    degrees: free.length,
    p: upperGamma(free.length / 2, Math.max(0, statistic) / 2),
    groups: observed.map((own, group) => ({ observed: own, expected: expected[group] ?? 0 })),
  };
}
