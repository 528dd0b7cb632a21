import { type SatisfactionAnswer, satisfactionRequest, type SatisfactionRequest } from '../../contract/schemas.ts';
import { satisfaction as compute, scaleOf } from '../../insight/index.ts';
import type { KeptMapping } from '../kept-import.ts';
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
  return compute(context, { measure: measure ?? (await scaleOf(context)), by, segments: people, oneToTen: await askedOneToTen(app) });
}

/** As questions say it: `(1-10)`, `von 1 bis 10`, `de 1 à 10`. */
const saysOneToTen = /(?<![\d.,])1\s*(?:-|–|—|\/|\.\.+|to|bis|à|a|tot|al|do)\s*10(?!\d)/iu;

/** Imports whose column of answers is headed by a question that is answered with 1 to 10. */
async function askedOneToTen({ control }: App): Promise<readonly number[]> {
  const rows = await control.selectFrom('imports').select(['batch', 'mapping']).where('status', '=', 'done').where('kind', '=', 'feedback').execute();
  return rows.flatMap(({ batch, mapping }) => {
    const { columns } = (JSON.parse(mapping) as KeptMapping).mapping;
    return columns.some(({ field, header }) => field === 'rating' && saysOneToTen.test(header)) ? [batch] : [];
  });
}
