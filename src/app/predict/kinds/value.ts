import { applyValueModel, backtestValue, trainValue, type ValueModel, valueTraits } from '../../../predict/index.ts';
import { worldOf } from '../shop.ts';
import type { Foresight } from './kind.ts';

/** Orders and money of each customer to come. */
export const value: Foresight = {
  model: 'value',
  kind: 'value',
  title: 'What each customer will order and spend',
  question: 'How many orders will each customer make, and for how much, in 3, 6 and 12 months?',
  definition: null,
  train: (app, at) => trainValue(app.warehouse, { at, workspace: app.workspace, ...worldOf(app) }),
  backtest: (app, at) => backtestValue(app.warehouse, { at, workspace: app.workspace, ...worldOf(app) }),
  apply: ({ warehouse, workspace }, content, { at, table, temporary }) =>
    applyValueModel(warehouse, content as ValueModel, { at, table, temporary, workspace }),
  traits: ({ workspace }) => valueTraits(workspace.currency),
};
