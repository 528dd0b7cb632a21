import { type CohortsAnswer, cohortsRequest, type CohortsRequest } from '../../contract/schemas.ts';
import { cohorts as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Customers by the month or quarter they began in, and who came back, how often and for how much. */
export async function cohorts(app: App, request: CohortsRequest): Promise<CohortsAnswer> {
  const { as_of, by, measure, category } = cohortsRequest.parse(request);
  return compute(await insightAt(app, as_of), { by, measure, category });
}
