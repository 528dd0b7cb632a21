import { seededRandom, shuffled } from '../../random/index.ts';
import { areaUnderRoc } from '../metrics/index.ts';
import type { Exchange } from '../trees/exchanged-scores.ts';
import type { Tree } from '../trees/tree.ts';

export type Importance = { readonly name: string; readonly importance: number };

/** Share of all gain that the splits on each column brought, adding up to 1; largest first. Quick, but favours columns with many values. */
export function gainImportance(trees: readonly Tree[], names: readonly string[]): readonly Importance[] {
  const gains = new Float64Array(names.length);
  for (const tree of trees) {
    tree.left.forEach((left, node) => {
      const feature = tree.feature[node] ?? 0;
      if (left !== 0) gains[feature] = (gains[feature] ?? 0) + (tree.gain[node] ?? 0);
    });
  }
  const total = gains.reduce((sum, gain) => sum + gain, 0) || 1;
  return names.map((name, place) => ({ name, importance: (gains[place] ?? 0) / total })).sort((a, b) => b.importance - a.importance);
}

/**
 * What the area under the ROC curve loses when a column's values are shuffled among the rows (Breiman 2001), mean of `repeats`; largest first. `score` says of the table's columns, by place, how each row scores as it is (`whole`), and after each
 * of several exchanges. Say it of rows that the model has not learned from.
 */
export function permutationImportance(
  score: { readonly whole: Float64Array; readonly exchanged: (exchanges: readonly Exchange[]) => readonly Float64Array[] },
  names: readonly string[],
  labels: Uint8Array,
  seed: number,
  repeats = 3,
): readonly Importance[] {
  const random = seededRandom(seed);
  const whole = areaUnderRoc(score.whole, labels);
  const exchanges = names.flatMap((_, column) => Array.from({ length: repeats }, () => ({ column, rows: shuffled(random, labels.length) })));
  const sums = new Float64Array(names.length);
  score.exchanged(exchanges).forEach((scores, place) => {
    const column = exchanges[place]?.column ?? 0;
    sums[column] = (sums[column] ?? 0) + (whole - areaUnderRoc(scores, labels));
  });
  return names.map((name, column) => ({ name, importance: (sums[column] ?? 0) / repeats })).sort((a, b) => b.importance - a.importance);
}
