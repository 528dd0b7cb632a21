import { type WhereTheyBuyAnswer, whereTheyBuyRequest, type WhereTheyBuyRequest } from '../../contract/schemas.ts';
import { whereTheyBuy as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Customers and what they spent by country, region or city. */
export async function whereTheyBuy(app: App, request: WhereTheyBuyRequest): Promise<WhereTheyBuyAnswer> {
  const { as_of, level, limit } = whereTheyBuyRequest.parse(request);
  return compute(await insightAt(app, as_of), level, limit);
}
