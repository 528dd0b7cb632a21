import { applyValueModel, backtestValue, trainValue, type ValueModel, valueTraits } from '../../../predict/index.ts';
import { shopOf, worldOf } from '../shop.ts';
import type { Foresight } from './kind.ts';

/** Orders and money of each customer to come. */
export const value: Foresight = {
  model: 'value',
  kind: 'value',
  title: 'What each customer will order and spend',
  question: 'How many orders will each customer make, and for how much, in 3, 6 and 12 months?',
  definition: null,
  watched: ['orders_count', 'days_since_last_order', 'median_days_between_orders', 'average_order_value', 'total_spent'],
  train: async (app, at) => trainValue(app.warehouse, { at, workspace: app.workspace, shop: await shopOf(app), ...worldOf(app) }),
  backtest: async (app, at) => backtestValue(app.warehouse, { at, workspace: app.workspace, shop: await shopOf(app), ...worldOf(app) }),
  apply: ({ warehouse, workspace }, content, { at, table, temporary, matrix, silence }) =>
    applyValueModel(warehouse, content as ValueModel, { at, table, temporary, workspace, matrix, silence }),
  traits: ({ workspace }) => valueTraits(workspace.currency),
};
