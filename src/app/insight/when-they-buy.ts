import { momentRequest, type MomentRequest, type WhenTheyBuyAnswer } from '../../contract/schemas.ts';
import { whenTheyBuy as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Weekdays and hours of orders on the workspace's clock. */
export async function whenTheyBuy(app: App, request: MomentRequest): Promise<WhenTheyBuyAnswer> {
  const { as_of } = momentRequest.parse(request);
  return compute(await insightAt(app, as_of));
}
