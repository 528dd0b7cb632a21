import { type FeatureColumn, type FeatureTable, translation } from '../table/index.ts';
import { type LinearTerm, type NumberTerm, signedLog } from './terms.ts';

/** A part of the design matrix: one coefficient times a number per row, or per row at most one of several coefficients (−1: none). */
export type Block =
  | { readonly kind: 'number'; readonly offset: number; readonly values: Float64Array }
  | { readonly kind: 'choice'; readonly offset: number; readonly size: number; readonly choices: Int32Array };

/** The rows of a table as the terms see them, without the intercept. Columns are found by name; an absent one is unknown throughout. */
export function designBlocks(table: FeatureTable, terms: readonly LinearTerm[]): readonly Block[] {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  return terms.flatMap((term) => blocksOf(term, columns.get(term.name), table.rows));
}

function blocksOf(term: LinearTerm, column: FeatureColumn | undefined, rows: number): readonly Block[] {
  if (term.kind === 'category') {
    const others = term.others ? term.levels.length : -1;
    const places = column?.kind === 'category' ? translation(column, term.levels).map((place) => (place < 0 ? others : place)) : undefined;
    const codes = column?.kind === 'category' ? column.codes : new Int32Array(rows).fill(-1);
    const choices = codes.map((code) => (code < 0 ? others : (places?.[code] ?? others)));
    return [{ kind: 'choice', offset: term.offset, size: term.levels.length + Number(term.others), choices }];
  }
  const values = column?.kind === 'number' ? column.values : new Float64Array(rows).fill(Number.NaN);
  const standard: Block = { kind: 'number', offset: term.offset, values: values.map((value) => standardised(value, term)) };
  if (!term.unknown) return [standard];
  const choices = Int32Array.from(values, (value) => (Number.isFinite(value) ? -1 : 0));
  return [standard, { kind: 'choice', offset: term.offset + 1, size: 1, choices }];
}

/** 0 for an unknown value: the mean of training. */
export function standardised(value: number, term: NumberTerm): number {
  if (!Number.isFinite(value)) return 0;
  return ((term.shape === 'log' ? signedLog(value) : value) - term.centre) / term.scale;
}

/** Adds coefficients · design to `into`, row by row. */
export function addLinear(blocks: readonly Block[], coefficients: Float64Array, into: Float64Array): void {
  for (const block of blocks) {
    if (block.kind === 'number') {
      const coefficient = coefficients[block.offset] ?? 0;
      const { values } = block;
      for (let row = 0; row < into.length; row += 1) into[row] = (into[row] ?? 0) + coefficient * (values[row] ?? 0);
    } else {
      const { choices, offset } = block;
      for (let row = 0; row < into.length; row += 1) {
        const choice = choices[row] ?? -1;
        if (choice >= 0) into[row] = (into[row] ?? 0) + (coefficients[offset + choice] ?? 0);
      }
    }
  }
}

/** Adds designᵀ · residuals to `into`, per coefficient. */
export function addTransposed(blocks: readonly Block[], residuals: Float64Array, into: Float64Array): void {
  for (const block of blocks) {
    if (block.kind === 'number') {
      let sum = 0;
      for (let row = 0; row < residuals.length; row += 1) sum += (block.values[row] ?? 0) * (residuals[row] ?? 0);
      into[block.offset] = (into[block.offset] ?? 0) + sum;
    } else {
      for (let row = 0; row < residuals.length; row += 1) {
        const choice = block.choices[row] ?? -1;
        if (choice >= 0) into[block.offset + choice] = (into[block.offset + choice] ?? 0) + (residuals[row] ?? 0);
      }
    }
  }
}
