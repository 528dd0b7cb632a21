import {
  type FeatureColumn,
  type FeatureTable,
  mean,
  type NumberColumn,
  principalComponents,
  quantileSorted,
  skewness,
  signedLog,
  translation,
  type Points,
} from '../../../stats/index.ts';
import { isMix } from '../habits/names.ts';

/** How a column becomes a dimension. Numbers are shaped, cut at the outer hundredths, and standardised (shares of a whole all by one scale); unknown ones are the median. */
export type SpaceColumn =
  | {
      readonly kind: 'number';
      readonly name: string;
      /** `log`: sign(x) · ln(1 + |x|), for long tails. `root`: of shares of a whole, so that distances are Hellinger's. */
      readonly shape: 'plain' | 'log' | 'root';
      /** After shaping: values beyond are taken for these, so that a few extremes do not make groups of their own. */
      readonly low: number;
      readonly high: number;
      readonly centre: number;
      readonly scale: number;
      readonly unknown: number;
    }
  | { readonly kind: 'category'; readonly name: string; readonly levels: readonly string[] };

/** The space that groups are found in, as plain JSON. */
export type GroupSpace = {
  readonly columns: readonly SpaceColumn[];
  /** Categories whose shares were compared; those of a column that says nothing too, since all of them make the whole. */
  readonly mix?: readonly string[];
  /** Days in which half an order came, of everybody whom groups were made of. */
  readonly halfAnOrder?: number;
};

export type LeftOut = { readonly name: string; readonly reason: 'mostly unknown' | 'nearly constant' | 'tells the same as another' | 'hardly kept to' };

const fewestKnown = 0.5;
const mostAlike = 0.92;
const logAbove = 1.5;

/** Which of the wished columns carry something of their own, and how each is prepared. */
export function groupSpace(table: FeatureTable, wished: readonly string[]): { readonly space: GroupSpace; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const kept: Kept[] = [];
  for (const name of wished) {
    const column = table.columns.find((own) => own.name === name);
    if (column === undefined) continue;
    const prepared = prepare(column, table.rows);
    if (typeof prepared === 'string') leftOut.push({ name, reason: prepared });
    else {
      const values = prepared.kind === 'number' && column.kind === 'number' ? column.values.map((value) => placed(value, prepared)) : new Float64Array();
      // Of two categories that are bought instead of each other each is the other's rest; together they are the distance.
      const alike = kept.some(
        (other) =>
          !(isMix(name) && isMix(other.column.name)) && values.length > 0 && other.values.length > 0 && Math.abs(correlation(values, other.values)) > mostAlike,
      );
      if (alike) leftOut.push({ name, reason: 'tells the same as another' });
      else kept.push({ column: prepared, values });
    }
  }
  return { space: { columns: mixAsOne(kept) }, leftOut };
}

type Kept = { readonly column: SpaceColumn; readonly values: Float64Array };

/**
 * The shares of a whole are one thing said in several numbers. All of them get the scale of their main direction, as multiple factor analysis weighs a set of columns (Escofier & Pagès, Computational Statistics & Data Analysis 18,
 * 1994): what somebody buys counts about as much as how often, and a category that hardly anybody differs in does not count as much as one that parts the shop, as it would if each were standardised.
 */
function mixAsOne(kept: readonly Kept[]): readonly SpaceColumn[] {
  const mix = kept.flatMap(({ column, values }) => (column.kind === 'number' && isMix(column.name) ? [{ column, values }] : []));
  if (mix.length === 0) return kept.map(({ column }) => column);
  const rows = mix[0]?.values.length ?? 0;
  const points = { rows, width: mix.length, values: new Float64Array(rows * mix.length) };
  mix.forEach(({ column, values }, place) => values.forEach((value, row) => (points.values[row * mix.length + place] = value * column.scale)));
  const whole = mix.reduce((sum, { column }) => sum + column.scale ** 2, 0);
  const scale = Math.sqrt((principalComponents(points, 1).shares[0] ?? 1) * whole);
  return kept.map(({ column }) =>
    column.kind === 'number' && isMix(column.name) ? { ...column, scale, unknown: (column.unknown * column.scale) / scale } : column,
  );
}

function prepare(column: FeatureColumn, rows: number): SpaceColumn | LeftOut['reason'] {
  if (column.kind === 'category') {
    const known = column.codes.filter((code) => code >= 0).length;
    if (known < fewestKnown * rows) return 'mostly unknown';
    return column.levels.length < 2 ? 'nearly constant' : { kind: 'category', name: column.name, levels: column.levels };
  }
  return prepareNumber(column, rows);
}

function prepareNumber({ name, values }: NumberColumn, rows: number): SpaceColumn | LeftOut['reason'] {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  if (known.length < fewestKnown * rows || known.length === 0) return 'mostly unknown';
  const shape = isMix(name) ? 'root' : Math.abs(skewness(known)) > logAbove ? 'log' : 'plain';
  const shaped = known.map((value) => shapedBy(value, shape));
  const [low, high] = [quantileSorted(shaped, 0.01), quantileSorted(shaped, 0.99)];
  const cut = shaped.map((value) => Math.min(high, Math.max(low, value)));
  const centre = mean(cut);
  const scale = Math.sqrt(mean(cut.map((value) => (value - centre) ** 2)));
  if (!(scale > 1e-9 * Math.max(1, Math.abs(centre)))) return 'nearly constant';
  return { kind: 'number', name, shape, low, high, centre, scale, unknown: (quantileSorted(cut, 0.5) - centre) / scale };
}

/** A value as a coordinate. */
function placed(value: number, { shape, low, high, centre, scale, unknown }: Extract<SpaceColumn, { kind: 'number' }>): number {
  if (!Number.isFinite(value)) return unknown;
  return (Math.min(high, Math.max(low, shapedBy(value, shape))) - centre) / scale;
}

function shapedBy(value: number, shape: Extract<SpaceColumn, { kind: 'number' }>['shape']): number {
  switch (shape) {
    case 'plain':
      return value;
    case 'log':
      return signedLog(value);
    case 'root':
      return Math.sqrt(Math.max(0, value));
  }
}

/** Pearson's, of standardised columns of the same length. */
function correlation(a: Float64Array, b: Float64Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let row = 0; row < a.length; row += 1) {
    const [x, y] = [a[row] ?? 0, b[row] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / (Math.sqrt(aa * bb) || 1);
}

/** Rows of a table in the space: coordinates of the numbers, and codes of the categories in the order of the space. */
export function placeRows(table: FeatureTable, { columns }: GroupSpace): { readonly points: Points; readonly codes: readonly Int32Array[] } {
  const found = new Map(table.columns.map((column) => [column.name, column]));
  const numbers = columns.filter((column) => column.kind === 'number');
  const values = new Float64Array(table.rows * numbers.length);
  numbers.forEach((own, place) => {
    const column = found.get(own.name);
    for (let row = 0; row < table.rows; row += 1)
      values[row * numbers.length + place] = placed(column?.kind === 'number' ? (column.values[row] ?? Number.NaN) : Number.NaN, own);
  });
  const codes = columns.flatMap((own) => {
    const column = found.get(own.name);
    if (own.kind !== 'category') return [];
    if (column?.kind !== 'category') return [new Int32Array(table.rows).fill(-1)];
    const places = translation(column, own.levels);
    return [column.codes.map((code) => (code < 0 ? -1 : (places[code] ?? -1)))];
  });
  return { points: { rows: table.rows, width: numbers.length, values }, codes };
}
