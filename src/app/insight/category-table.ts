import { type CategoryTableAnswer, categoryTableRequest, type CategoryTableRequest } from '../../contract/schemas.ts';
import { categoryTable as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** What sold, by category or product, with its buyers. */
export async function categoryTable(app: App, request: CategoryTableRequest): Promise<CategoryTableAnswer> {
  const { as_of, level, limit } = categoryTableRequest.parse(request);
  return compute(await insightAt(app, as_of), level, limit);
}
