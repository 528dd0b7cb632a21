import { type SatisfactionAnswer, satisfactionRequest, type SatisfactionRequest } from '../../contract/schemas.ts';
import { satisfaction as compute, scaleOf } from '../../insight/index.ts';
import { namesMoment } from '../as-of.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';
import { type NamedPeople, peopleOf } from './people-of.ts';

/** Net promoter score or satisfaction, by period and segment. Throws `segment.unknown`. */
export async function satisfaction(app: App, request: SatisfactionRequest): Promise<SatisfactionAnswer> {
  const { as_of, measure, by, segments } = satisfactionRequest.parse(request);
  const context = await insightAt(app, as_of);
  const people: NamedPeople[] = [];
  for (const name of segments) people.push(await peopleOf(app, name, context.at, namesMoment(app, as_of)));
  return compute(context, { measure: measure ?? (await scaleOf(context)), by, segments: people });
}
