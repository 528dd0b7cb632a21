/** What a workspace may set about features. Everything left out follows the documented rule. */
export type FeatureSettings = {
  readonly rfm?: RfmSettings;
  /** Shares of the customers who ordered: the best are high, the next medium. */
  readonly valueTier?: { readonly high: number; readonly medium: number };
};

export type RfmSettings = {
  /** Most completed days since the last order for scores 5, 4, 3 and 2: `[30, 90, 180, 365]`. */
  readonly recencyDays?: FourCuts;
  /** Fewest orders for scores 2, 3, 4 and 5. */
  readonly orders?: FourCuts;
  /** Least money spent for scores 2, 3, 4 and 5. */
  readonly spent?: FourCuts;
  /** Names of groups by R and F, both ends included; the first that fits. */
  readonly groups?: readonly RfmGroup[];
};
export type FourCuts = readonly [number, number, number, number];
export type RfmGroup = { readonly name: string; readonly r: readonly [number, number]; readonly f: readonly [number, number] };

const group = (name: string, r: readonly [number, number], f: readonly [number, number]): RfmGroup => Object.freeze({ name, r, f });

export const defaultRfmGroups: readonly RfmGroup[] = Object.freeze([
  group('Hibernating', [1, 2], [1, 2]),
  group('At Risk', [1, 2], [3, 4]),
  group("Can't Lose Them", [1, 2], [5, 5]),
  group('About to Sleep', [3, 3], [1, 2]),
  group('Need Attention', [3, 3], [3, 3]),
  group('Loyal', [3, 4], [4, 5]),
  group('Promising', [4, 4], [1, 1]),
  group('New', [5, 5], [1, 1]),
  group('Potential Loyalists', [4, 5], [2, 3]),
  group('Champions', [5, 5], [4, 5]),
]);

export const defaultValueTier = Object.freeze({ high: 0.2, medium: 0.3 });
