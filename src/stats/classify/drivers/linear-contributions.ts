import { addLinear, designBlocks } from '../linear/blocks.ts';
import type { LogisticModel } from '../linear/logistic.ts';
import { type FeatureTable, takeRows } from '../table/index.ts';
import type { Contributions } from './tree-shap.ts';

/**
 * What each column adds to a row's log-odds compared with the mean over the rows of `table`: coefficient × (value − mean), summed over the
 * column's coefficients. Exact for a linear model.
 */
export function linearContributions(model: LogisticModel, table: FeatureTable, rows: Uint32Array): readonly Contributions[] {
  const coefficients = Float64Array.from(model.coefficients);
  const own = takeRows(table, rows);
  let base = model.coefficients[0] ?? 0;
  const columns = model.terms.map((term) => {
    const all = new Float64Array(table.rows);
    addLinear(designBlocks(table, [term]), coefficients, all);
    const mean = all.reduce((sum, value) => sum + value, 0) / table.rows;
    base += mean;
    const some = new Float64Array(own.rows);
    addLinear(designBlocks(own, [term]), coefficients, some);
    return some.map((value) => value - mean);
  });
  return Array.from(rows, (_, place) => ({ base, contributions: Float64Array.from(columns, (column) => column[place] ?? 0) }));
}
