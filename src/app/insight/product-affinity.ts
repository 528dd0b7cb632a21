import { type ProductAffinityAnswer, productAffinityRequest, type ProductAffinityRequest } from '../../contract/schemas.ts';
import { productAffinity as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Which products or categories are bought together, and who bought one and not yet the other. */
export async function productAffinity(app: App, request: ProductAffinityRequest): Promise<ProductAffinityAnswer> {
  const { as_of, ...wanted } = productAffinityRequest.parse(request);
  return compute(await insightAt(app, as_of), wanted);
}
