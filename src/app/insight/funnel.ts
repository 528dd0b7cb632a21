import { type FunnelAnswer, funnelRequest, type FunnelRequest } from '../../contract/schemas.ts';
import { funnel as compute, readRange } from '../../insight/index.ts';
import { momentOf } from '../moment.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { insightAt } from './context.ts';

/** How many customers get through events in order, and who is lost where. Throws `date.invalid`. */
export async function funnel(app: App, request: FunnelRequest): Promise<FunnelAnswer> {
  const { as_of, from, to, steps, within } = funnelRequest.parse(request);
  const context = await insightAt(app, as_of);
  const moment = momentOf(app, { at: context.at, explicit: true }, await vocabularyOf(app), context.featuresTable);
  return compute(context, moment, readRange(from, to, context.at, app.workspace.zone), { steps, within });
}
