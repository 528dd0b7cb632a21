import { momentRequest, type MomentRequest, type PurchaseGapsAnswer } from '../../contract/schemas.ts';
import { purchaseGaps as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Days between orders, and the usual day of the second one. */
export async function purchaseGaps(app: App, request: MomentRequest): Promise<PurchaseGapsAnswer> {
  const { as_of } = momentRequest.parse(request);
  return compute(await insightAt(app, as_of));
}
