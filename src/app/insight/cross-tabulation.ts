import { type CrossTabulationAnswer, crossTabulationRequest, type CrossTabulationRequest } from '../../contract/schemas.ts';
import { crossTabulation as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { insightAt } from './context.ts';

/** Customers by any two features or traits. Throws `setting.invalid` for a name that is not known or holds lists. */
export async function crossTabulation(app: App, request: CrossTabulationRequest): Promise<CrossTabulationAnswer> {
  const { as_of, ...wanted } = crossTabulationRequest.parse(request);
  return compute(await insightAt(app, as_of), await vocabularyOf(app), wanted);
}
