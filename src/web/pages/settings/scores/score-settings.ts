/** As the API answers it; its tuples come as arrays. */
export type ScoreSettings = {
  readonly rfm?: {
    readonly recencyDays?: readonly number[];
    readonly orders?: readonly number[];
    readonly spent?: readonly number[];
    readonly groups?: readonly { readonly name: string; readonly r: readonly number[]; readonly f: readonly number[] }[];
  };
  readonly valueTier?: { readonly high: number; readonly medium: number };
};
export type Cuts = readonly [number, number, number, number];
export type RfmGroup = { readonly name: string; readonly r: readonly [number, number]; readonly f: readonly [number, number] };
export type Measure = 'recencyDays' | 'orders' | 'spent';
export type Draft = {
  readonly cuts: Readonly<Record<Measure, Cuts | undefined>>;
  readonly groups: readonly RfmGroup[];
  readonly high: number;
  readonly medium: number;
};

/** What to begin with when one leaves the fifths; every shop changes these. */
export const firstCuts: Readonly<Record<Measure, Cuts>> = { recencyDays: [30, 90, 180, 365], orders: [2, 3, 5, 10], spent: [50, 100, 250, 500] };
export const measures = ['recencyDays', 'orders', 'spent'] as const;

export function draftOf({ rfm, valueTier }: ScoreSettings): Draft {
  return {
    cuts: { recencyDays: cutsOf(rfm?.recencyDays), orders: cutsOf(rfm?.orders), spent: cutsOf(rfm?.spent) },
    groups: (rfm?.groups ?? []).map(({ name, r, f }) => ({ name, r: rangeOf(r), f: rangeOf(f) })),
    high: valueTier?.high ?? 0.2,
    medium: valueTier?.medium ?? 0.3,
  };
}

function cutsOf([a, b, c, d]: readonly number[] = []): Cuts | undefined {
  return a === undefined || b === undefined || c === undefined || d === undefined ? undefined : [a, b, c, d];
}
const rangeOf = ([from = 1, to = 5]: readonly number[]): readonly [number, number] => [from, to];

export function settingsOf({ cuts: { recencyDays, orders, spent }, groups, high, medium }: Draft) {
  return {
    rfm: {
      ...(recencyDays === undefined ? {} : { recencyDays: four(recencyDays) }),
      ...(orders === undefined ? {} : { orders: four(orders) }),
      ...(spent === undefined ? {} : { spent: four(spent) }),
      groups: groups.map(({ name, r, f }) => ({ name: name.trim(), r: two(r), f: two(f) })),
    },
    valueTier: { high, medium },
  };
}

const two = ([from, to]: readonly [number, number]): [number, number] => [from, to];
const four = ([a, b, c, d]: Cuts): [number, number, number, number] => [a, b, c, d];

/** Cut points that rise, groups with names and ranges the right way round, tiers that leave room for the low one: what the server would take. */
export function isWhole({ cuts, groups, high, medium }: Draft): boolean {
  const rising = measures.every((measure) => cuts[measure]?.every((value, index, all) => index === 0 || value > (all[index - 1] ?? value)) ?? true);
  const named = groups.length > 0 && groups.every(({ name, r, f }) => name.trim() !== '' && r[0] <= r[1] && f[0] <= f[1]);
  return rising && named && high > 0 && medium > 0 && high + medium < 1;
}

/** The group that a cell of the grid belongs to: the first that fits. */
export const groupAt = (groups: readonly RfmGroup[], r: number, f: number): RfmGroup | undefined =>
  groups.find((group) => group.r[0] <= r && r <= group.r[1] && group.f[0] <= f && f <= group.f[1]);
