import { sampled, seededRandom } from '../../random/index.ts';
import { type CategoryColumn, type FeatureColumn, type FeatureTable, type NumberColumn, taken, translation } from '../table/index.ts';
import { unknownBin } from './tree.ts';

/** How a column becomes bins 0 … 254: numbers by upper edges, categories by place. */
export type ColumnBins =
  | { readonly kind: 'number'; readonly name: string; readonly edges: readonly number[] }
  | { readonly kind: 'category'; readonly name: string; readonly levels: readonly string[] };

/** A table of small numbers: one byte a cell. */
export type BinnedTable = {
  readonly rows: number;
  readonly columns: readonly Uint8Array[];
  readonly binCounts: readonly number[];
  readonly isCategory: readonly boolean[];
};

/** Bins are found on a sample of so many rows. */
const sampleRows = 50_000;

/**
 * Bins with nearly equal numbers of rows, at most `most`; where there are fewer different values, one each, with edges half-way between (Ke
 * et al., LightGBM, NeurIPS 2017). Of categories the most frequent `most` keep their own bin.
 */
export function findBins(table: FeatureTable, most: number, seed: number): readonly ColumnBins[] {
  const rows = sampled(seededRandom(seed), table.rows, sampleRows);
  return table.columns.map((column) => (column.kind === 'number' ? numberBins(column, rows, table.rows, most) : categoryBins(column, most)));
}

function numberBins(column: NumberColumn, rows: Uint32Array, all: number, most: number): ColumnBins {
  const sample = rows.length === all ? column.values.slice() : taken(column.values, rows);
  // Sorting puts what is not finite at the ends.
  const sorted = sample.sort();
  const first = Math.max(0, sorted.findIndex(Number.isFinite));
  const known = sorted.subarray(first, sorted.findLastIndex(Number.isFinite) + 1);
  const end = known.length;
  const edges: number[] = [];
  for (let place = 1; place < end && edges.length < most; place += 1) {
    if (known[place] !== known[place - 1]) edges.push(middle(known[place - 1] ?? 0, known[place] ?? 0));
  }
  if (edges.length < most) return { kind: 'number', name: column.name, edges };
  const cuts = Array.from({ length: most - 1 }, (_, index) => known[Math.floor((end * (index + 1)) / most)] ?? 0);
  return { kind: 'number', name: column.name, edges: [...new Set(cuts)] };
}

/** A number from low up to, but not at, high, even where they are neighbours among doubles. */
function middle(low: number, high: number): number {
  const half = low + (high - low) / 2;
  return half < high ? half : low;
}

function categoryBins(column: CategoryColumn, most: number): ColumnBins {
  const counts = new Uint32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const kept = [...counts.keys()].filter((code) => (counts[code] ?? 0) > 0).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  return { kind: 'category', name: column.name, levels: kept.slice(0, most).map((code) => column.levels[code] ?? '') };
}

/** A table in the bins of a model; columns are found by name, what is absent or never seen is unknown. */
export function applyBins(table: FeatureTable, bins: readonly ColumnBins[]): BinnedTable {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  return {
    rows: table.rows,
    columns: bins.map((own) => binned(own, columns.get(own.name), table.rows)),
    binCounts: bins.map((own) => (own.kind === 'number' ? own.edges.length + 1 : own.levels.length)),
    isCategory: bins.map(({ kind }) => kind === 'category'),
  };
}

function binned(bins: ColumnBins, column: FeatureColumn | undefined, rows: number): Uint8Array {
  if (bins.kind === 'number' && column?.kind === 'number') return binnedNumbers(column.values, Float64Array.from(bins.edges));
  if (bins.kind === 'category' && column?.kind === 'category') {
    const places = translation(column, bins.levels);
    return Uint8Array.from(column.codes, (code) => {
      const place = code < 0 ? -1 : (places[code] ?? -1);
      return place < 0 ? unknownBin : place;
    });
  }
  return new Uint8Array(rows).fill(unknownBin);
}

/** The first bin whose edge is not below the value: eight steps without a branch, which would be guessed wrong half of the time. */
function binnedNumbers(values: Float64Array, edges: Float64Array): Uint8Array {
  const padded = new Float64Array(unknownBin + 1).fill(Number.POSITIVE_INFINITY);
  padded.set(edges);
  const result = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    let place = +((padded[127] ?? 0) < value) << 7;
    place += +((padded[place + 63] ?? 0) < value) << 6;
    place += +((padded[place + 31] ?? 0) < value) << 5;
    place += +((padded[place + 15] ?? 0) < value) << 4;
    place += +((padded[place + 7] ?? 0) < value) << 3;
    place += +((padded[place + 3] ?? 0) < value) << 2;
    place += +((padded[place + 1] ?? 0) < value) << 1;
    place += +((padded[place] ?? 0) < value);
    // Infinity − Infinity is not 0 either.
    result[row] = value - value === 0 ? place : unknownBin;
  }
  return result;
}
