import type { Instant } from '../core/index.ts';
import type { Moment } from '../language/index.ts';
import { refreshFeatures } from '../profiles/index.ts';
import { applyLifecycle } from '../segments/index.ts';
import type { App } from './open.ts';
import { applyModels } from './predict/apply-models.ts';
import { featureSettings, lifecycleStages } from './settings.ts';

/** Features, what the models foretell and stages of lifecycle as of an instant, in the temporary table that the moment names. */
export async function featuresAt(app: App, at: Instant, moment: Moment): Promise<Moment> {
  const { warehouse, workspace, control } = app;
  const table = moment.featuresTable;
  await refreshFeatures(warehouse, { asOf: at, workspace, table, temporary: true, settings: await featureSettings(control) });
  await applyModels(app, at, table, true);
  await applyLifecycle(warehouse, await lifecycleStages(control), moment);
  return moment;
}
