import { type HomeFiguresAnswer, homeFiguresRequest, type HomeFiguresRequest } from '../../contract/schemas.ts';
import { homeFigures as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Customers, revenue, orders, repeat rate and average order of a period of local days. Throws `date.invalid`. */
export async function homeFigures(app: App, request: HomeFiguresRequest): Promise<HomeFiguresAnswer> {
  const { as_of, ...wanted } = homeFiguresRequest.parse(request);
  return compute(await insightAt(app, as_of), wanted);
}
