import { type FeatureColumn, type FeatureTable, quantileSorted } from '../../stats/index.ts';

/** How a column was spread when the model was trained: limits of its bins (or its levels) and the share in each, unknown values last. */
export type ColumnReference =
  | { readonly kind: 'number'; readonly name: string; readonly limits: readonly number[]; readonly shares: readonly number[]; readonly median: number | null }
  | { readonly kind: 'category'; readonly name: string; readonly levels: readonly string[]; readonly shares: readonly number[] };

export type Reference = { readonly rows: number; readonly columns: readonly ColumnReference[]; readonly scores: ColumnReference | null };

const bins = 10;
const mostLevels = 12;

export function referenceOf(table: FeatureTable, scores?: Float64Array): Reference {
  return { rows: table.rows, columns: table.columns.map(columnReference), scores: scores === undefined ? null : numberReference('score', scores) };
}

function columnReference(column: FeatureColumn): ColumnReference {
  if (column.kind === 'number') return numberReference(column.name, column.values);
  const counts = new Map<string, number>();
  for (const code of column.codes) if (code >= 0) counts.set(column.levels[code] ?? '', (counts.get(column.levels[code] ?? '') ?? 0) + 1);
  const levels = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostLevels)
    .map(([level]) => level);
  return { kind: 'category', name: column.name, levels, shares: categoryShares(column, levels) };
}

function numberReference(name: string, values: Float64Array): ColumnReference {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  const limits = [...new Set(Array.from({ length: bins - 1 }, (_, place) => quantileSorted(known, (place + 1) / bins)))].filter((limit) =>
    Number.isFinite(limit),
  );
  const middle = quantileSorted(known, 0.5);
  return { kind: 'number', name, limits, shares: numberShares(values, limits), median: Number.isFinite(middle) ? middle : null };
}

/** Share of the rows up to each limit, above the last, and unknown. */
export function numberShares(values: Float64Array, limits: readonly number[]): readonly number[] {
  const counts = new Float64Array(limits.length + 2);
  for (const value of values) {
    const bin = Number.isFinite(value) ? binOf(value, limits) : limits.length + 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count / Math.max(1, values.length));
}

function binOf(value: number, limits: readonly number[]): number {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= (limits[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Share of the rows of each level, of all others together, and unknown. */
export function categoryShares({ codes, levels }: Extract<FeatureColumn, { kind: 'category' }>, of: readonly string[]): readonly number[] {
  const places = levels.map((level) => of.indexOf(level));
  const counts = new Float64Array(of.length + 2);
  for (const code of codes) {
    const place = code < 0 ? of.length + 1 : (places[code] ?? -1) < 0 ? of.length : (places[code] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count / Math.max(1, codes.length));
}
