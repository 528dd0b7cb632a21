import type { SubscriptionCurve } from '../../contract/index.ts';
import { subscriptionCurve } from '../../predict/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';

/** How long subscriptions last, from the events of these names. */
export async function subscriptionSurvival(
  app: App,
  request: { readonly start: string; readonly end: string; readonly asOf: string | undefined },
): Promise<SubscriptionCurve> {
  const { at } = await resolveAsOf(app, request.asOf);
  return subscriptionCurve(app.warehouse, { start: request.start, end: request.end, at });
}
