import type { Instant } from '../core/index.ts';
import { type Condition, type Moment, parse, type Vocabulary } from '../language/index.ts';
import { approvedModels } from '../predict/index.ts';
import { refreshFeatures } from '../profiles/index.ts';
import { applyLifecycle } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { counter, type Warehouse } from '../warehouse/index.ts';
import type { App } from './open.ts';
import { applyModels } from './predict/apply-models.ts';
import { featureSettings, lifecycleStages } from './settings.ts';
import { speaksOf } from './uses-features.ts';

/** What the table of each connection was made from: a page asks many things of the same day. */
const made = new WeakMap<Warehouse, string>();

/** What a moment's features hold beside what facts say. */
export type FeatureParts = { readonly models: boolean; readonly stages: boolean };

/** Features, what the models foretell and stages of lifecycle as of an instant, in the temporary table that the moment names. */
export async function featuresAt(app: App, at: Instant, moment: Moment, { models, stages }: FeatureParts): Promise<Moment> {
  const { warehouse, workspace, control } = app;
  const table = moment.featuresTable;
  const facts = await stateOf(app, at, moment);
  const state = (parts: FeatureParts): string => `${parts.models} ${parts.stages} ${facts}`;
  const held = made.get(warehouse);
  // A table that holds more than is asked of it serves as well.
  if (held === state({ models, stages }) || held === state({ models: true, stages: true })) return moment;
  made.delete(warehouse);
  await refreshFeatures(warehouse, { asOf: at, workspace, table, temporary: true, settings: await featureSettings(control) });
  if (models) await applyModels(app, at, table, true);
  if (stages) await applyLifecycle(warehouse, await lifecycleStages(control), moment);
  made.set(warehouse, state({ models, stages }));
  return moment;
}

/** Which parts conditions speak of; stages may themselves speak of what is foretold. */
export async function partsFor({ warehouse, control }: App, conditions: readonly Condition[], vocabulary: Vocabulary): Promise<FeatureParts> {
  const foretold = new Set((await warehouse.rows<{ name: string }>(sql`select distinct name from prediction_words`)).map(({ name }) => name));
  const speak = (trees: readonly Condition[], wanted: (name: string) => boolean): boolean => trees.some((tree) => speaksOf(tree, vocabulary, wanted));
  const stages = speak(conditions, (name) => name === 'lifecycle');
  const trees = stages ? (await lifecycleStages(control)).map(({ expression }) => parse(expression)) : [];
  const models = speak([...conditions, ...trees.flatMap((parsed) => (parsed.ok ? [parsed.value.tree] : []))], (name) => foretold.has(name));
  return { models, stages };
}

async function stateOf({ warehouse, workspace, control }: App, at: Instant, { featuresTable, vocabulary }: Moment): Promise<string> {
  const counters = [];
  for (const name of ['facts_version', 'features_version', 'features_as_of', 'refreshed_as_of']) counters.push(await counter(warehouse, name));
  const models = (await approvedModels(control)).map(({ model, version }) => [model, version]);
  const words = [...vocabulary.attributes.keys()];
  return JSON.stringify([at, featuresTable, counters, workspace, await featureSettings(control), await lifecycleStages(control), models, words]);
}
