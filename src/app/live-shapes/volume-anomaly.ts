export type Anomaly = { readonly kind: 'quiet' | 'flood'; readonly usual: number; readonly actual: number };

/** Fewer days than this say nothing about what is usual. */
const fewestDays = 4;

/**
 * Whether an hour is unlike the same hour of the days before: a tenth of the usual or less where at least twenty were usual, or ten times as many. Medians, so that one
 * campaign last week does not move what is usual.
 */
export function volumeAnomaly(sameHourBefore: readonly number[], actual: number): Anomaly | undefined {
  if (sameHourBefore.length < fewestDays) return undefined;
  const sorted = sameHourBefore.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const usual = sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  if (usual >= 20 && actual <= usual / 10) return { kind: 'quiet', usual, actual };
  if (actual >= 100 && actual >= 10 * Math.max(usual, 1)) return { kind: 'flood', usual, actual };
  return undefined;
}
