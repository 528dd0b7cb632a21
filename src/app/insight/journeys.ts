import { type JourneysAnswer, journeysRequest, type JourneysRequest } from '../../contract/schemas.ts';
import { journeysBySegment, readRange } from '../../insight/index.ts';
import { namesMoment } from '../as-of.ts';
import { momentOf } from '../moment.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { insightAt } from './context.ts';
import { type NamedPeople, peopleOf } from './people-of.ts';

/** Funnels of segments side by side, and touch points on the way. Throws `date.invalid`, `segment.unknown`. */
export async function journeys(app: App, request: JourneysRequest): Promise<JourneysAnswer> {
  const { as_of, from, to, steps, within, segments } = journeysRequest.parse(request);
  const context = await insightAt(app, as_of);
  const people: NamedPeople[] = [];
  for (const name of segments) people.push(await peopleOf(app, name, context.at, namesMoment(app, as_of)));
  const moment = momentOf(app, { at: context.at, explicit: true }, await vocabularyOf(app), context.featuresTable);
  return journeysBySegment(context, moment, readRange(from, to, context.at, app.workspace.zone), { steps, within, segments: people });
}
