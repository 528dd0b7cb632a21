import { applyValueModel, backtestValue, rhythmIn, trainValue, type ValueModel, valueTraits } from '../../../predict/index.ts';
import { withThoseWhoLeft } from '../left-members.ts';
import { silenceBeside } from '../silence-beside.ts';
import { shopOf, worldOf } from '../shop.ts';
import type { Foresight } from './kind.ts';
import type { App } from '../../open.ts';
import type { Instant } from '../../../core/index.ts';

const asked = async (app: App, at: Instant) => ({
  at,
  workspace: app.workspace,
  shop: await shopOf(app),
  beside: await silenceBeside(app, at),
  ...worldOf(app),
});

/** Orders and money of each customer to come. */
export const value: Foresight = {
  model: 'value',
  kind: 'value',
  title: 'What each customer will order and spend',
  question: 'How many orders will each customer make, and for how much, in 3, 6 and 12 months?',
  definition: null,
  watched: ['orders_count', 'days_since_last_order', 'median_days_between_orders', 'average_order_value', 'total_spent'],
  train: async (app, at) => trainValue(app.warehouse, await asked(app, at)),
  backtest: async (app, at) => backtestValue(app.warehouse, await asked(app, at)),
  apply: async (app, content, { at, table, temporary, matrix, silence }) => {
    const { warehouse, workspace } = app;
    const model = content as ValueModel;
    const byRhythm = async () => (model.rhythm === undefined ? undefined : rhythmIn(warehouse, await shopOf(app), model.rhythm, await matrix(), table));
    const own = silence ?? (await withThoseWhoLeft(app, at, await byRhythm()));
    return applyValueModel(warehouse, model, { at, table, temporary, workspace, matrix, silence: own });
  },
  traits: ({ workspace }) => valueTraits(workspace.currency),
};
