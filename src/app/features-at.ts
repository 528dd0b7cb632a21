import type { Instant } from '../core/index.ts';
import type { Moment } from '../language/index.ts';
import { approvedModels } from '../predict/index.ts';
import { refreshFeatures } from '../profiles/index.ts';
import { applyLifecycle } from '../segments/index.ts';
import { counter, type Warehouse } from '../warehouse/index.ts';
import type { App } from './open.ts';
import { applyModels } from './predict/apply-models.ts';
import { featureSettings, lifecycleStages } from './settings.ts';

/** What the table of each connection was made from: a page asks many things of the same day. */
const made = new WeakMap<Warehouse, string>();

/** Features, what the models foretell and stages of lifecycle as of an instant, in the temporary table that the moment names. */
export async function featuresAt(app: App, at: Instant, moment: Moment): Promise<Moment> {
  const { warehouse, workspace, control } = app;
  const table = moment.featuresTable;
  const state = await stateOf(app, at, moment);
  if (made.get(warehouse) === state) return moment;
  made.delete(warehouse);
  await refreshFeatures(warehouse, { asOf: at, workspace, table, temporary: true, settings: await featureSettings(control) });
  await applyModels(app, at, table, true);
  await applyLifecycle(warehouse, await lifecycleStages(control), moment);
  made.set(warehouse, state);
  return moment;
}

async function stateOf({ warehouse, workspace, control }: App, at: Instant, { featuresTable, vocabulary }: Moment): Promise<string> {
  const counters = [];
  for (const name of ['facts_version', 'features_version', 'features_as_of', 'refreshed_as_of']) counters.push(await counter(warehouse, name));
  const models = (await approvedModels(control)).map(({ model, version }) => [model, version]);
  const words = [...vocabulary.attributes.keys()];
  return JSON.stringify([at, featuresTable, counters, workspace, await featureSettings(control), await lifecycleStages(control), models, words]);
}
