import { type RfmMapAnswer, rfmMapRequest, type RfmMapRequest } from '../../contract/schemas.ts';
import { rfmMap as compute } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** The grid of recency by frequency or money, every cell and every group with its people. */
export async function rfmMap(app: App, request: RfmMapRequest): Promise<RfmMapAnswer> {
  const { as_of, across } = rfmMapRequest.parse(request);
  return compute(await insightAt(app, as_of), across);
}
