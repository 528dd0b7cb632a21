import { applyValueModel, backtestValue, trainValue, type ValueModel, valueTraits } from '../../../predict/index.ts';
import type { Foresight } from './kind.ts';

/** Orders and money of each customer to come. */
export const value: Foresight = {
  model: 'value',
  kind: 'value',
  title: 'What each customer will order and spend',
  question: 'How many orders will each customer make, and for how much, in 3, 6 and 12 months?',
  definition: null,
  train: ({ warehouse, workspace, effects }, at) =>
    trainValue(warehouse, { at, workspace, progress: (label, done) => effects.progress({ label, done, total: 4 }) }),
  backtest: ({ warehouse, workspace }, at) => backtestValue(warehouse, { at, workspace }),
  apply: ({ warehouse, workspace }, content, { at, table, temporary }) =>
    applyValueModel(warehouse, content as ValueModel, { at, table, temporary, workspace }),
  traits: ({ workspace }) => valueTraits(workspace.currency),
};
