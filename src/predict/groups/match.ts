import { bestPairs } from '../../stats/index.ts';

/** A grouping of customers as it was kept: profile numbers with the lasting number of each one's group; −1 for none. */
export type KeptGroups = { readonly profiles: Int32Array; readonly numbers: Int32Array };

export type MatchedGroups = {
  /** Lasting number of each new group. */
  readonly numbers: readonly number[];
  /** For each new group the share of customers common to it and its predecessor among those in either (Jaccard); null for a new number. */
  readonly overlaps: readonly (number | null)[];
  /** Numbers that no group continues. */
  readonly ended: readonly number[];
};

/** Less in common than this is another group. */
const fewestCommon = 0.25;

/** Gives groups that are found again the numbers they had: pairs of old and new with the most in common, all together. */
export function matchGroups(previous: KeptGroups | undefined, profiles: Int32Array, assignments: Int32Array, k: number): MatchedGroups {
  const before = new Map(previous === undefined ? [] : Array.from(previous.profiles, (profile, row) => [profile, previous.numbers[row] ?? -1] as const));
  const old = [...new Set(before.values())].filter((number) => number >= 0).sort((a, b) => a - b);
  const common = Array.from({ length: k }, () => new Float64Array(old.length));
  const [sizes, oldSizes] = [new Float64Array(k), new Float64Array(old.length)];
  const places = new Map(old.map((number, place) => [number, place]));
  profiles.forEach((profile, row) => {
    const own = assignments[row] ?? -1;
    const place = places.get(before.get(profile) ?? -1);
    if (own >= 0 && (previous === undefined || before.has(profile))) sizes[own] = (sizes[own] ?? 0) + 1;
    if (place !== undefined) oldSizes[place] = (oldSizes[place] ?? 0) + 1;
    const counts = common[own];
    if (counts !== undefined && place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  });
  const jaccard = common.map((row, own) => Array.from(row, (both, place) => both / ((sizes[own] ?? 0) + (oldSizes[place] ?? 0) - both || 1)));
  const pairs = bestPairs(jaccard);
  let next = Math.max(-1, ...old);
  const matched = pairs.map((place, own) => (place >= 0 && (jaccard[own]?.[place] ?? 0) >= fewestCommon ? place : -1));
  const numbers = matched.map((place) => (place >= 0 ? (old[place] ?? 0) : (next += 1)));
  return {
    numbers,
    overlaps: matched.map((place, own) => (place >= 0 ? (jaccard[own]?.[place] ?? 0) : null)),
    ended: old.filter((number) => !numbers.includes(number)),
  };
}
