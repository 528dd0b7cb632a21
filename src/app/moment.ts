import { instant, localDate } from '../core/index.ts';
import { type Condition, type Moment, type Vocabulary } from '../language/index.ts';
import { refreshFeatures } from '../profiles/index.ts';
import { applyLifecycle } from '../segments/index.ts';
import { counter } from '../warehouse/index.ts';
import type { AsOf } from './as-of.ts';
import type { App } from './open.ts';
import { applyModels } from './predict/apply-models.ts';
import { featureSettings, lifecycleStages } from './settings.ts';
import { usesFeatures } from './uses-features.ts';
import { vocabularyOf } from './vocabulary.ts';

const otherMoment = 'features_at';

/**
 * What conditions are evaluated against at an instant. Features are computed again only where the moment is another than
 * the kept one and the conditions (all of them where none are given) speak of features at all.
 */
export async function momentFor(app: App, asOf: AsOf, conditions?: readonly Condition[], known?: Vocabulary): Promise<Moment> {
  const vocabulary = known ?? (await vocabularyOf(app));
  const needed = conditions === undefined || conditions.some((condition) => usesFeatures(condition, vocabulary));
  const moment = momentOf(app, asOf, vocabulary, 'features');
  if (!needed || (await keptFeaturesServe(app, asOf))) return moment;
  await refreshFeatures(app.warehouse, {
    asOf: asOf.at,
    workspace: app.workspace,
    table: otherMoment,
    temporary: true,
    settings: await featureSettings(app.control),
  });
  await applyModels(app, asOf.at, otherMoment, true);
  const other = { ...moment, featuresTable: otherMoment };
  await applyLifecycle(app.warehouse, await lifecycleStages(app.control), other);
  return other;
}

export function momentOf(app: App, asOf: AsOf, vocabulary: Vocabulary, featuresTable: string): Moment {
  return { now: asOf.at, zone: app.workspace.zone, weekStart: app.workspace.weekStart, vocabulary, featuresTable, workspace: app.workspace };
}

/** True when the features that the last refresh kept are those of this moment: without `--as-of`, those of the same day in the workspace's zone. */
export async function keptFeaturesServe(app: App, asOf: AsOf): Promise<boolean> {
  const kept = await counter(app.warehouse, 'features_as_of');
  if (asOf.explicit) return kept === asOf.at;
  return kept > 0 && asOf.at >= kept && localDate(asOf.at, app.workspace.zone) === localDate(instant(kept), app.workspace.zone);
}
