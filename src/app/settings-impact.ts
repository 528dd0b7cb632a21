import { type FeatureSettings, scoreMoves } from '../profiles/index.ts';
import { defaultLifecycle, lifecycleMoves, type LifecycleStage } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { featuresTableFor, momentFor } from './moment.ts';
import type { App } from './open.ts';

type Move = { readonly from: string | null; readonly to: string | null; readonly customers: number };

/** Who would stand in which stage, and where they come from; null: the default stages. Throws `segment.syntax` for a stage that can not be computed. */
export async function lifecycleImpact(app: App, wanted: readonly LifecycleStage[] | null) {
  const stages = wanted ?? defaultLifecycle;
  const moves = await lifecycleMoves(app.warehouse, stages, await momentFor(app, await resolveAsOf(app, undefined)));
  const arriving = (name: string | null): number => total(moves.filter(({ to }) => to === name));
  return { stages: stages.map(({ name }) => ({ name, members: arriving(name) })), none: arriving(null), moving: moving(moves), moves };
}

/** Who would stand in which RFM group and value tier, and where they come from. */
export async function featureSettingsImpact(app: App, settings: FeatureSettings) {
  const featuresTable = await featuresTableFor(app, await resolveAsOf(app, undefined));
  const { cells, groups, tiers } = await scoreMoves(app.warehouse, featuresTable, settings);
  return { cells, moving_group: moving(groups), groups, moving_tier: moving(tiers), tiers };
}

const total = (moves: readonly Move[]): number => moves.reduce((sum, { customers }) => sum + customers, 0);
const moving = (moves: readonly Move[]): number => total(moves.filter(({ from, to }) => from !== to));
