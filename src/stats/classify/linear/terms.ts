import type { CategoryColumn, FeatureColumn, FeatureTable, NumberColumn } from '../table/index.ts';
import { mean } from '../../mean.ts';

/** A column as a linear model sees it. Coefficients of a term lie from `offset` on. */
export type NumberTerm = {
  readonly kind: 'number';
  readonly name: string;
  readonly offset: number;
  /** `log` is sign(x) · ln(1 + |x|), for numbers with a long tail. */
  readonly shape: 'plain' | 'log';
  /** Of the known values, after shaping: they are centred and divided; an unknown value is the mean. */
  readonly centre: number;
  readonly scale: number;
  /** Whether the coefficient after the first says what being unknown adds. */
  readonly unknown: boolean;
};
/** One coefficient per level, and one for all others, the unknown included, where there were such in training. */
export type CategoryTerm = {
  readonly kind: 'category';
  readonly name: string;
  readonly offset: number;
  readonly levels: readonly string[];
  readonly others: boolean;
};
export type LinearTerm = NumberTerm | CategoryTerm;

export type TermOptions = {
  /** Numbers more skewed than this are shaped by a logarithm; infinity leaves all as they are. */
  readonly logAboveSkewness: number;
  /** Levels with fewer rows share one coefficient. */
  readonly fewestOfLevel: number;
  readonly mostLevels: number;
};

/** How each column of the training rows enters the model: its centre, spread and levels. The first coefficient, 0, is the intercept. */
export function linearTerms(table: FeatureTable, options: TermOptions): readonly LinearTerm[] {
  let offset = 1;
  return table.columns.map((column) => {
    const term = termOf(column, offset, options);
    offset += coefficientsOf(term);
    return term;
  });
}

export const coefficientsOf = (term: LinearTerm): number => (term.kind === 'number' ? 1 + Number(term.unknown) : term.levels.length + Number(term.others));

const termOf = (column: FeatureColumn, offset: number, options: TermOptions): LinearTerm =>
  column.kind === 'number' ? numberTerm(column, offset, options) : categoryTerm(column, offset, options);

function numberTerm(column: NumberColumn, offset: number, options: TermOptions): NumberTerm {
  const known = column.values.filter((value) => Number.isFinite(value));
  const shape = Math.abs(skewness(known)) > options.logAboveSkewness ? 'log' : 'plain';
  const shaped = shape === 'log' ? known.map(signedLog) : known;
  const centre = known.length === 0 ? 0 : mean(shaped);
  const spread = known.length === 0 ? 0 : Math.sqrt(mean(shaped.map((value) => (value - centre) ** 2)));
  return { kind: 'number', name: column.name, offset, shape, centre, scale: spread > 0 ? spread : 1, unknown: known.length < column.values.length };
}

function categoryTerm(column: CategoryColumn, offset: number, options: TermOptions): CategoryTerm {
  const counts = new Uint32Array(column.levels.length);
  let unknown = 0;
  for (const code of column.codes) {
    if (code < 0) unknown += 1;
    else counts[code] = (counts[code] ?? 0) + 1;
  }
  const frequent = [...counts.keys()].filter((code) => (counts[code] ?? 0) >= Math.max(1, options.fewestOfLevel));
  const kept = frequent
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, options.mostLevels)
    .sort((a, b) => a - b);
  const covered = kept.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  return {
    kind: 'category',
    name: column.name,
    offset,
    levels: kept.map((code) => column.levels[code] ?? ''),
    others: unknown > 0 || covered + unknown < column.codes.length,
  };
}

export const signedLog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

/** Third standardised moment; 0 for constant values. */
export function skewness(values: Float64Array): number {
  const centre = mean(values);
  const second = mean(values.map((value) => (value - centre) ** 2));
  return second > 0 ? mean(values.map((value) => (value - centre) ** 3)) / second ** 1.5 : 0;
}
