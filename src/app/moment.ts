import { instant, localDate } from '../core/index.ts';
import type { Condition, Moment, Vocabulary } from '../language/index.ts';
import { counter } from '../warehouse/index.ts';
import type { AsOf } from './as-of.ts';
import type { App } from './open.ts';
import type { FeatureParts } from './features-at.ts';
import { usesFeatures } from './uses-features.ts';
import { vocabularyOf } from './vocabulary.ts';

const otherMoment = 'features_at';
const keptFeatures = 'features';

/**
 * What conditions are evaluated against at an instant. Features are computed again only where the moment is another than
 * the kept one and the conditions (all of them where none are given) speak of features at all.
 */
export async function momentFor(app: App, asOf: AsOf, conditions?: readonly Condition[], known?: Vocabulary): Promise<Moment> {
  return momentOr(app, asOf, conditions, known, allOf);
}

/**
 * The same where nothing but these conditions is asked of it: what the models foretell, and the stages of lifecycle, are left out where no condition speaks of them.
 * With several models acting they take most of a moment's work, which is done for each week of a history.
 */
export async function momentForAlone(app: App, asOf: AsOf, conditions: readonly Condition[], vocabulary: Vocabulary): Promise<Moment> {
  const { partsFor } = await import('./features-at.ts');
  return momentOr(app, asOf, conditions, vocabulary, await partsFor(app, conditions, vocabulary));
}

const allOf: FeatureParts = { models: true, stages: true };

async function momentOr(
  app: App,
  asOf: AsOf,
  conditions: readonly Condition[] | undefined,
  known: Vocabulary | undefined,
  parts: FeatureParts,
): Promise<Moment> {
  const vocabulary = known ?? (await vocabularyOf(app));
  const needed = conditions === undefined || conditions.some((condition) => usesFeatures(condition, vocabulary));
  const moment = momentOf(app, asOf, vocabulary, keptFeatures);
  if (!needed || (await keptFeaturesServe(app, asOf))) return moment;
  const { featuresAt } = await import('./features-at.ts');
  return featuresAt(app, asOf.at, { ...moment, featuresTable: otherMoment }, parts);
}

/** The table of everybody's features at an instant, for whoever needs no more of the moment: the words of conditions are not read for it where it is kept. */
export async function featuresTableFor(app: App, asOf: AsOf): Promise<string> {
  return (await keptFeaturesServe(app, asOf)) ? keptFeatures : (await momentFor(app, asOf)).featuresTable;
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
