import { areaUnderRoc, type FeatureColumn, type FeatureTable, sampled, seededRandom, takenLabels, takeRows } from '../../stats/index.ts';

/** A column is a twin when so much of its ranks follows from what was asked, or when it alone tells members so well. */
const mostExplained = 0.8;
const mostTold = 0.95;
const rowsLooked = 5000;
/** Columns asked that are laid beside each other in pairs, and bins of each alone and in a pair. */
const mostPaired = 6;
const binsAlone = 24;
const binsPaired = 12;

/**
 * Columns that would only give a definition back although it does not name them: they nearly follow from one or two of those that it asks (the share of the variance of their ranks that is between
 * cells of those, corrected for the number of cells), or one of them alone parts members from others.
 */
export function twinsOf(whole: FeatureTable, asked: ReadonlySet<string>, labels: Uint8Array, seed: number): readonly string[] {
  const rows = sampled(seededRandom(seed), whole.rows, rowsLooked);
  const table = takeRows(whole, rows);
  const own = takenLabels(labels, rows);
  const cells = cellsOf(table.columns.filter(({ name }) => asked.has(name)));
  return table.columns
    .filter(({ name }) => !asked.has(name))
    .filter((column) => {
      const ranks = ranksOf(column);
      const told = areaUnderRoc(ranks, own);
      return Math.max(told, 1 - told) >= mostTold || cells.some((cell) => explained(ranks, cell) >= mostExplained);
    })
    .map(({ name }) => name);
}

/** Which cell each row lies in: of each column asked, and of each pair of them. */
function cellsOf(columns: readonly FeatureColumn[]): readonly Uint32Array[] {
  const alone = columns.map((column) => binned(column, binsAlone));
  const coarse = columns.slice(0, mostPaired).map((column) => binned(column, binsPaired));
  const paired = coarse.flatMap((first, place) => coarse.slice(place + 1).map((second) => first.map((bin, row) => bin * 1024 + (second[row] ?? 0))));
  return [...alone, ...paired];
}

/** Nearly equal numbers of rows in each bin, ties together; levels are their own, what is unknown is a bin. */
function binned(column: FeatureColumn, bins: number): Uint32Array {
  if (column.kind === 'category') return Uint32Array.from(column.codes, (code) => code + 1);
  const ranks = ranksOf(column);
  return Uint32Array.from(ranks, (rank) => Math.floor((bins * rank) / (ranks.length + 1)));
}

/** Mean ranks from 0 on; what is unknown comes first. Of levels their places, which are by frequency. */
function ranksOf(column: FeatureColumn): Float64Array {
  const values = column.kind === 'number' ? column.values : Float64Array.from(column.codes);
  const value = (row: number): number => {
    const found = values[row] ?? Number.NaN;
    return Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found;
  };
  const order = Uint32Array.from({ length: values.length }, (_, row) => row).sort((a, b) => (value(a) === value(b) ? 0 : value(a) < value(b) ? -1 : 1));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && value(order[to] ?? 0) === value(order[from] ?? 0)) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] ?? 0] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

/** Share of the variance that is between the cells, corrected for their number (ε²: Kelley 1935). */
function explained(values: Float64Array, cell: Uint32Array): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const sums = new Map<number, { count: number; sum: number }>();
  let whole = 0;
  values.forEach((value, row) => {
    const key = cell[row] ?? 0;
    const own = sums.get(key) ?? { count: 0, sum: 0 };
    own.count += 1;
    own.sum += value - mean;
    sums.set(key, own);
    whole += (value - mean) ** 2;
  });
  if (whole === 0 || n <= sums.size) return 0;
  let between = 0;
  for (const { count, sum } of sums.values()) between += sum ** 2 / count;
  return 1 - ((whole - between) / (n - sums.size)) * ((n - 1) / whole);
}
