import type { FeatureTable } from '../classify/index.ts';
import { addLinear, addTransposed, type Block, designBlocks } from '../classify/linear/blocks.ts';
import { curvature } from '../classify/linear/curvature.ts';
import { coefficientsOf, type LinearTerm, linearTerms } from '../classify/linear/terms.ts';
import { solveSymmetric } from '../matrix/index.ts';

/** Linear regression with an L2 penalty, as plain JSON; the intercept first. */
export type RidgeModel = { readonly kind: 'ridge'; readonly terms: readonly LinearTerm[]; readonly coefficients: readonly number[] };

/** Least squares with half of `penalty` times the squared coefficients added (Hoerl & Kennard, Technometrics 12, 1970); numbers standardised, a coefficient for each level. */
export function fitRidge(table: FeatureTable, target: Float64Array, penalty = 10): RidgeModel {
  const terms = linearTerms(table, { logAboveSkewness: 2, fewestOfLevel: 10, mostLevels: 30 });
  const size = 1 + terms.reduce((sum, term) => sum + coefficientsOf(term), 0);
  const intercept: Block = { kind: 'choice', offset: 0, size: 1, choices: new Int32Array(table.rows) };
  const blocks = [intercept, ...designBlocks(table, terms)];
  const right = new Float64Array(size);
  addTransposed(blocks, target, right);
  const matrix = curvature(blocks, new Float64Array(table.rows).fill(1), size);
  for (let place = 0; place < size; place += 1) matrix[place * size + place] = (matrix[place * size + place] ?? 0) + (place === 0 ? 1e-9 : penalty);
  return { kind: 'ridge', terms, coefficients: [...(solveSymmetric(matrix, right) ?? new Float64Array(size))] };
}

export function ridgeScores({ terms, coefficients }: RidgeModel, table: FeatureTable): Float64Array {
  const scores = new Float64Array(table.rows).fill(coefficients[0] ?? 0);
  addLinear(designBlocks(table, terms), Float64Array.from(coefficients), scores);
  return scores;
}
