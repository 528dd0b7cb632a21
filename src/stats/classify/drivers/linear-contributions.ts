import { addLinear, designBlocks } from '../linear/blocks.ts';
import type { LogisticModel } from '../linear/logistic.ts';
import { type FeatureTable, takeRows } from '../table/index.ts';
import type { Contributions } from './tree-shap.ts';

/**
 * What each column adds to a row's log-odds compared with the mean over the rows of `table`: coefficient × (value − mean), summed over the
 * column's coefficients. Exact for a linear model. With `meanOf`, compared with what it says a term adds on average: where the rows are a few customers, their own mean is not that of all.
 */
export function linearContributions(
  model: LogisticModel,
  table: FeatureTable,
  rows: Uint32Array,
  meanOf: (term: LogisticModel['terms'][number], addedBy: (one: FeatureTable) => Float64Array) => number = (_, addedBy) =>
    addedBy(table).reduce((sum, value) => sum + value, 0) / table.rows,
): readonly Contributions[] {
  const coefficients = Float64Array.from(model.coefficients);
  const own = takeRows(table, rows);
  let base = model.coefficients[0] ?? 0;
  const columns = model.terms.map((term) => {
    const addedBy = (one: FeatureTable): Float64Array => {
      const added = new Float64Array(one.rows);
      addLinear(designBlocks(one, [term]), coefficients, added);
      return added;
    };
    const mean = meanOf(term, addedBy);
    base += mean;
    return addedBy(own).map((value) => value - mean);
  });
  return Array.from(rows, (_, place) => ({ base, contributions: Float64Array.from(columns, (column) => column[place] ?? 0) }));
}
