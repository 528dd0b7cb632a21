import { momentRequest, type MomentRequest, type ValueConcentrationAnswer } from '../../contract/schemas.ts';
import { valueConcentration as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** How revenue is spread over the customers who ordered, and how many of the best have gone quiet. */
export async function valueConcentration(app: App, request: MomentRequest): Promise<ValueConcentrationAnswer> {
  const { as_of } = momentRequest.parse(request);
  return compute(await insightAt(app, as_of));
}
