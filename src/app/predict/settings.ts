import type { ForesightSettings, RecommendationSettings } from '../../contract/index.ts';
import { type Control, readSetting, writeSetting } from '../../control/index.ts';

const key = 'foresight';
const recommendKey = 'recommendations';

const usual: ForesightSettings = { fairness: [], retrain_days: 90, retrain_on_drift: true, churn_days: null, next_order_days: null };
const usualOffers: RecommendationSettings = { unavailable: [], only_new: null, discovery: 0.2, most_of_category: 3 };

/** How models are trained and audited here. */
export async function foresightSettings(control: Control): Promise<ForesightSettings> {
  return { ...usual, ...((await readSetting(control, key)) as Partial<ForesightSettings> | null | undefined) };
}

export const writeForesightSettings = (control: Control, settings: ForesightSettings): Promise<void> => writeSetting(control, key, settings);

/** What may be offered, and how. */
export async function recommendationSettings(control: Control): Promise<RecommendationSettings> {
  return { ...usualOffers, ...((await readSetting(control, recommendKey)) as Partial<RecommendationSettings> | null | undefined) };
}

export const writeRecommendationSettings = (control: Control, settings: RecommendationSettings): Promise<void> => writeSetting(control, recommendKey, settings);
