import { z } from 'zod';
import { subscriptionSurvival } from '../../app/index.ts';
import { subscriptionCurveSchema } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { asOf, reader } from './common.ts';

const event = z.string().trim().min(1).max(200);
const query = z.object({
  start: event.optional().meta({ description: 'The event that begins one; where left out, the commonest whose name and whose end are known' }),
  end: event.optional(),
  /** The event that goes on with one, and within how many days it has to come. */
  renewal: event.optional(),
  term: z.coerce.number().min(1).max(1100).default(31),
  by: event
    .optional()
    .meta({ description: 'A curve for each value of this property of the start (see `choices`), or `began` or `ran`: before and since `date`' }),
  date: z.iso.date().optional().meta({ description: 'By `began` or `ran`: the day that splits them' }),
  as_of: asOf,
});

/** How long subscriptions last. */
export const subscriptionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/predictions/survival',
    tag: 'predictions',
    summary: 'How long subscriptions last (product-limit curve), and what makes them end sooner (proportional hazards)',
    policy: reader,
    query,
    answers: subscriptionCurveSchema,
    handle: ({ desk }, { query: { as_of, ...asked } }) =>
      desk.readKept(`survival ${JSON.stringify(asked)} ${as_of}`, (app) => subscriptionSurvival(app, { ...asked, asOf: as_of })),
  }),
];
