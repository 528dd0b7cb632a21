import { seededRandom, shuffled } from '../../random/index.ts';
import { areaUnderRoc } from '../metrics/index.ts';
import { type FeatureColumn, type FeatureTable, takeRows } from '../table/index.ts';
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
 * What the area under the ROC curve loses when a column's values are shuffled among the rows (Breiman 2001), mean of `repeats`; largest first.
 * Say it of rows that the model has not learned from.
 */
export function permutationImportance(
  score: (table: FeatureTable) => Float64Array,
  table: FeatureTable,
  labels: Uint8Array,
  seed: number,
  repeats = 3,
): readonly Importance[] {
  const random = seededRandom(seed);
  const whole = areaUnderRoc(score(table), labels);
  const lost = table.columns.map((column, place) => {
    let sum = 0;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const mixed = onlyColumn(takeRows({ rows: table.rows, columns: [column] }, shuffled(random, table.rows)));
      sum += whole - areaUnderRoc(score({ rows: table.rows, columns: table.columns.with(place, mixed) }), labels);
    }
    return { name: column.name, importance: sum / repeats };
  });
  return lost.sort((a, b) => b.importance - a.importance);
}

function onlyColumn({ columns: [column] }: FeatureTable): FeatureColumn {
  if (column === undefined) throw new RangeError('a table without columns');
  return column;
}
