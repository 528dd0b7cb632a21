import { type Control, readSetting } from '../control/index.ts';
import type { FeatureSettings } from '../profiles/index.ts';
import { defaultLifecycle, type LifecycleStage } from '../segments/index.ts';

/** Cut points and group map of RFM, value tiers: the workspace's own where it has set them. */
export async function featureSettings(control: Control): Promise<FeatureSettings> {
  return ((await readSetting(control, 'features')) as FeatureSettings | undefined) ?? {};
}

/** Stages of the lifecycle in order, first match wins. */
export async function lifecycleStages(control: Control): Promise<readonly LifecycleStage[]> {
  return ((await readSetting(control, 'lifecycle')) as readonly LifecycleStage[] | undefined) ?? defaultLifecycle;
}
