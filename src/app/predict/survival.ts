import type { SubscriptionCurve } from '../../contract/index.ts';
import { curveOf, hazardsOf, landmarkOf, readMatrix, type SubscriptionRequest, subscriptionSpells, withoutHalfKnown } from '../../predict/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { shopOf } from './shop.ts';

export type SurvivalAsked = {
  readonly start: string;
  readonly end: string;
  readonly renewal?: string | undefined;
  readonly term?: number | undefined;
  readonly asOf: string | undefined;
};

/** A month where nothing else is said. */
const usualTerm = 31;

/** How long subscriptions last, from the events of these names, and what makes them end sooner or later. */
export async function subscriptionSurvival(app: App, { start, end, renewal, term, asOf }: SurvivalAsked): Promise<SubscriptionCurve> {
  const { at } = await resolveAsOf(app, asOf);
  const request: SubscriptionRequest = { start, end, at, ...(renewal === undefined ? {} : { renewal: { name: renewal, term: term ?? usualTerm } }) };
  const spells = await subscriptionSpells(app.warehouse, request);
  const curve = curveOf(spells, request);
  if (curve.ended === 0) return { ...curve, hazards: null };
  const landmark = landmarkOf(spells, at);
  const vocabulary = await vocabularyOf(app);
  const shop = await shopOf(app);
  const matrix = withoutHalfKnown(await readMatrix(app.warehouse, landmark, shop), shop.vocabulary);
  return { ...curve, hazards: hazardsOf(spells, matrix, landmark, at, (name) => vocabulary.attributes.get(name)?.label ?? name) };
}
