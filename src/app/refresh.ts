import { formatInstant } from '../core/index.ts';
import { describeItems } from '../ingest/index.ts';
import { keepVocabulary, refreshAttributes, refreshFeatures, refreshPeople } from '../profiles/index.ts';
import { applyLifecycle, evaluateSegments, storeEvaluations } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { type AsOf, resolveAsOf } from './as-of.ts';
import { momentOf } from './moment.ts';
import type { App } from './open.ts';
import { applyModels } from './predict/apply-models.ts';
import { segmentInputs } from './segment-inputs.ts';
import { featureSettings, lifecycleStages } from './settings.ts';
import { type MovedLimit, syncLibrary } from './library.ts';
import { vocabularyOf } from './vocabulary.ts';

export type Refreshed = {
  readonly as_of: string;
  readonly profiles: number;
  readonly segments: number;
  readonly failed: number;
  readonly entered: number;
  readonly left: number;
  /** Ready segments whose limits moved with the data. */
  readonly moved_limits: readonly MovedLimit[];
};

/**
 * Traits → features → lifecycle → library → every segment, as of one instant, and records who entered and who left. What it
 * writes to the warehouse is one transaction, so a crash leaves the last whole state.
 */
export async function refreshAll(app: App, asOf: string | undefined): Promise<Refreshed> {
  return refreshAt(app, await resolveAsOf(app, asOf));
}

export async function refreshAt(app: App, asOf: AsOf): Promise<Refreshed> {
  const { warehouse, workspace, control, effects } = app;
  const step = (label: string, done: number): void => effects.progress({ label, done, total: 5 });
  const library = await warehouse.transaction(async () => {
    step('traits', 0);
    await describeItems(warehouse);
    await refreshAttributes(warehouse, { workspace, now: asOf.at });
    await keepVocabulary(warehouse);
    await refreshPeople(warehouse);
    step('features', 1);
    await refreshFeatures(warehouse, { asOf: asOf.at, workspace, table: 'features', temporary: false, settings: await featureSettings(control) });
    await applyModels(app, asOf.at, 'features', false);
    const vocabulary = await vocabularyOf(app);
    await applyLifecycle(warehouse, await lifecycleStages(control), momentOf(app, asOf, vocabulary, 'features'));
    await setCounter(warehouse, 'features_as_of', asOf.at);
    await setCounter(warehouse, 'features_version', await counter(warehouse, 'facts_version'));
    return vocabulary;
  });
  await warehouse.letGo(onTheWay);
  step('ready segments', 2);
  const moved_limits = await syncLibrary(app, library, asOf);
  step('segments', 3);
  const evaluated = await evaluateAll(app, asOf);
  step('done', 5);
  const people = await warehouse.row<{ count: number }>(sql`select count(*) as count from profiles`);
  return { as_of: formatInstant(asOf.at), profiles: people?.count ?? 0, ...evaluated, moved_limits };
}

/** Temporary tables of all customers that traits, features and lifecycle are worked out by: a kilobyte for each customer. */
const onTheWay = ['trait_', 'enrich_', 'feature_', 'lifecycle_'] as const;

/** Every segment at an instant whose features are the kept ones. */
export async function evaluateAll(app: App, asOf: AsOf): Promise<Omit<Refreshed, 'as_of' | 'profiles' | 'moved_limits'>> {
  const { warehouse, effects } = app;
  const vocabulary = await vocabularyOf(app);
  const { inputs, versions, listsVersions } = await segmentInputs(app);
  const evaluations = await evaluateSegments(warehouse, inputs, momentOf(app, asOf, vocabulary, 'features'));
  return warehouse.transaction(async () => {
    const changes = await storeEvaluations(warehouse, evaluations, { evaluatedAt: effects.now(), versions, listsVersions });
    await setCounter(warehouse, 'refreshed_version', await counter(warehouse, 'facts_version'));
    await setCounter(warehouse, 'refreshed_as_of', asOf.at);
    return {
      segments: evaluations.length,
      failed: evaluations.filter((evaluation) => evaluation.status === 'failed').length,
      entered: changes.reduce((sum, { entered }) => sum + entered.length, 0),
      left: changes.reduce((sum, { left }) => sum + left.length, 0),
    };
  });
}
