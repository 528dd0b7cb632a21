import { curvatureOf, curvatureUnit, gradientOf, sumsOf } from './histogram.ts';
import { binsPerColumn, unknownBin } from './tree.ts';

export type SplitRules = {
  /** Added to curvatures: shrinks the values of small leaves. */
  readonly penalty: number;
  /** Rows, or weight, that each side must keep. */
  readonly fewestRows: number;
  readonly smallestGain: number;
};

/** Whole numbers of a histogram → gradients, curvatures and rows. */
export type Units = { readonly gradient: number; readonly curvature: number; readonly rowsPerCurvature: number };

export type BestSplit = {
  readonly gain: number;
  readonly feature: number;
  readonly threshold: number;
  readonly categories: readonly number[] | null;
  readonly unknownLeft: boolean;
};

/** A category's mean is drawn towards the middle as if it had so many more rows without an opinion, so that rare ones do not lead. */
const categorySmoothing = 10;

/** The best split of a node among the chosen columns: the one that lowers the second-order loss most (Friedman, Annals of Statistics 29, 2001; Chen & Guestrin, KDD 2016). */
export function bestSplit(
  histogram: Float64Array,
  chosen: ArrayLike<number>,
  binCounts: readonly number[],
  isCategory: readonly boolean[],
  total: number,
  units: Units,
  rules: SplitRules,
): BestSplit | undefined {
  const node = { curvature: curvatureOf(total), gradient: gradientOf(total, curvatureOf(total)) };
  let best: BestSplit | undefined;
  for (let index = 0; index < chosen.length; index += 1) {
    const feature = chosen[index] ?? 0;
    const found = isCategory[feature]
      ? categorySplit(sumsOf(histogram, feature), feature, binCounts[feature] ?? 0, node, units, rules)
      : numberSplit(histogram, feature, binCounts[feature] ?? 0, node, units, rules);
    if (found !== undefined && found.gain > Math.max(best?.gain ?? 0, rules.smallestGain)) best = found;
  }
  return best;
}

type Sums = { readonly gradient: number; readonly curvature: number };

/** What the sums on the left gain over the undivided node; 0 where a side is too small. */
function gainOf(gradient: number, curvature: number, node: Sums, units: Units, { penalty, fewestRows }: SplitRules): number {
  const other = node.curvature - curvature;
  if (curvature * units.rowsPerCurvature < fewestRows || other * units.rowsPerCurvature < fewestRows) return 0;
  const g = gradient * units.gradient;
  const total = node.gradient * units.gradient;
  const h = curvature * units.curvature;
  return (g * g) / (h + penalty) + (total - g) ** 2 / (other * units.curvature + penalty) - (total * total) / (node.curvature * units.curvature + penalty);
}

/** Thresholds from the lowest bin up, with what is unknown on the right and, where there is such, on the left. */
function numberSplit(histogram: Float64Array, feature: number, bins: number, node: Sums, units: Units, rules: SplitRules): BestSplit | undefined {
  const first = feature * binsPerColumn;
  const unknown = histogram[first + unknownBin] ?? 0;
  const right = bestThreshold(histogram, first, bins, 0, node, units, rules);
  const left = unknown === 0 ? none : bestThreshold(histogram, first, bins, unknown, node, units, rules);
  const { gain, threshold } = left.gain > right.gain ? left : right;
  if (threshold < 0) return undefined;
  // What training never met as unknown here follows the larger side.
  const unknownLeft = unknown === 0 ? leftCurvature(histogram, first, threshold) * 2 > node.curvature : left.gain > right.gain;
  return { gain, feature, threshold, categories: null, unknownLeft };
}

type Threshold = { readonly gain: number; readonly threshold: number };
const none: Threshold = { gain: 0, threshold: -1 };

/** The bin whose upper end parts best, with so much on the left beforehand. What `gainOf` says of each, with all that stays the same outside of the loop: most of the time of training is spent here. */
function bestThreshold(histogram: Float64Array, first: number, bins: number, before: number, node: Sums, units: Units, rules: SplitRules): Threshold {
  const { penalty, fewestRows } = rules;
  const { rowsPerCurvature } = units;
  const total = node.gradient * units.gradient;
  const undivided = (total * total) / (node.curvature * units.curvature + penalty);
  let gain = 0;
  let threshold = -1;
  let packed = before;
  for (let bin = 0; bin < bins; bin += 1) {
    const own = histogram[first + bin] ?? 0;
    if (own === 0 && bin > 0) continue;
    packed += own;
    const curvature = Math.floor(packed / curvatureUnit + 0.5);
    if (curvature * rowsPerCurvature < fewestRows) continue;
    const other = node.curvature - curvature;
    // What is on the right only becomes less.
    if (other * rowsPerCurvature < fewestRows) break;
    const g = (packed - curvature * curvatureUnit) * units.gradient;
    const found = (g * g) / (curvature * units.curvature + penalty) + (total - g) ** 2 / (other * units.curvature + penalty) - undivided;
    if (found <= gain) continue;
    gain = found;
    threshold = bin;
  }
  return threshold < 0 ? none : { gain, threshold };
}

function leftCurvature(histogram: Float64Array, first: number, threshold: number): number {
  let packed = 0;
  for (let bin = 0; bin <= threshold; bin += 1) packed += histogram[first + bin] ?? 0;
  return curvatureOf(packed);
}

/** Categories, the unknown among them, in the order of their means: one of the cuts is the best of all divisions in two (Fisher, JASA 53, 1958). */
function categorySplit(sums: Float64Array, feature: number, bins: number, node: Sums, units: Units, rules: SplitRules): BestSplit | undefined {
  const smoothing = categorySmoothing / units.rowsPerCurvature;
  const present: { readonly bin: number; readonly gradient: number; readonly curvature: number }[] = [];
  for (let place = 0; place <= bins; place += 1) {
    const bin = place === bins ? unknownBin : place;
    const packed = sums[bin] ?? 0;
    if (packed === 0) continue;
    const curvature = curvatureOf(packed);
    present.push({ bin, curvature, gradient: gradientOf(packed, curvature) });
  }
  present.sort((a, b) => a.gradient / (a.curvature + smoothing) - b.gradient / (b.curvature + smoothing) || a.bin - b.bin);
  let gradient = 0;
  let curvature = 0;
  let gain = 0;
  let last = -1;
  let share = 0;
  present.forEach((own, place) => {
    gradient += own.gradient;
    curvature += own.curvature;
    const found = gainOf(gradient, curvature, node, units, rules);
    if (found <= gain) return;
    gain = found;
    last = place;
    share = curvature / node.curvature;
  });
  if (last < 0) return undefined;
  const left = present.slice(0, last + 1).map(({ bin }) => bin);
  const unknownSeen = sums[unknownBin] !== 0;
  return {
    gain,
    feature,
    threshold: -1,
    categories: left.filter((bin) => bin !== unknownBin).sort((a, b) => a - b),
    unknownLeft: unknownSeen ? left.includes(unknownBin) : share > 0.5,
  };
}
