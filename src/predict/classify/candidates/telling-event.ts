import { type FeatureTable, fitLogistic, type LogisticModel, logisticScores, sigmoid } from '../../../stats/index.ts';
import { eventOfColumn } from '../event-name.ts';

const plain = { logAboveSkewness: 0 } as const;

/**
 * A regression on a few columns and on that one kind of event which tells most beside them. Which one is chosen on the rows that are learned from, so that a back-test judges the choice too.
 */
export function fitTellingEvent(few: FeatureTable, whole: FeatureTable, labels: Uint8Array): LogisticModel {
  const events = whole.columns.filter(({ name }) => eventOfColumn(name) !== undefined);
  const tried = events.map((event) => {
    const table = { rows: whole.rows, columns: [...few.columns, event] };
    const model = fitLogistic(table, labels, plain);
    return { model, loss: lossOf(model, table, labels) };
  });
  return tried.toSorted((a, b) => a.loss - b.loss)[0]?.model ?? fitLogistic(few, labels, plain);
}

/** The sum of the rows' log-losses. */
const lossOf = (model: LogisticModel, table: FeatureTable, labels: Uint8Array): number =>
  logisticScores(model, table).reduce((sum, odds, row) => sum - Math.log(Math.max(1e-15, sigmoid(labels[row] === 1 ? odds : -odds))), 0);
