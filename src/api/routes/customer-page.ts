import { z } from 'zod';
import { maskIdentifierOf } from '../../access/index.ts';
import { allDuplicates, customerChanges, customerMerges, customerRhythm, profileOf } from '../../app/index.ts';
import { comingChangeSchema, duplicateSchema, mergeSchema, rhythmSchema } from '../../contract/schemas.ts';
import { shownPair } from '../masked-pair.ts';
import { route, type Route } from '../route.ts';
import { asOf, reader } from './common.ts';

const tag = 'customers';
const params = z.object({ id: z.string().min(1).max(320) });

/** What the page of one customer shows beside who they are. */
export const customerPageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/customers/:id/rhythm',
    tag,
    summary: 'One customer’s orders by month, and the days between one order and the next',
    policy: reader,
    params,
    query: z.object({ as_of: asOf }),
    answers: rhythmSchema,
    handle: ({ read }, { params: { id }, query }) => read((app) => customerRhythm(app, id, query.as_of)),
  }),
  route({
    method: 'GET',
    path: '/customers/:id/changes',
    tag,
    summary: 'Segments that one customer will enter or leave within a year if nothing happens but time, soonest first',
    policy: reader,
    params,
    query: z.object({ as_of: asOf }),
    answers: z.object({ items: z.array(comingChangeSchema) }),
    handle: async ({ read }, { params: { id }, query }) => ({ items: [...(await read((app) => customerChanges(app, id, query.as_of)))] }),
  }),
  route({
    method: 'GET',
    path: '/customers/:id/duplicates',
    tag,
    summary: 'Who is probably the same as this customer, surest first',
    policy: reader,
    params,
    answers: z.object({ items: z.array(duplicateSchema) }),
    handle: async ({ desk, read, personalData }, { params: { id } }) => {
      const profile = await read((app) => profileOf(app, id));
      const pairs = await desk.readKept('all duplicates', allDuplicates);
      return { items: pairs.filter(({ a, b }) => a.profile === profile || b.profile === profile).map((pair) => shownPair(pair, personalData)) };
    },
  }),
  route({
    method: 'GET',
    path: '/customers/:id/merges',
    tag,
    summary: 'The merges that made this customer one, newest first',
    policy: reader,
    params,
    answers: z.object({ items: z.array(mergeSchema) }),
    handle: async ({ read, personalData }, { params: { id } }) => {
      const found = await read((app) => customerMerges(app, id));
      return {
        items: found.map((entry) => (personalData || entry.value === null ? entry : { ...entry, value: maskIdentifierOf(entry.namespace ?? '', entry.value) })),
      };
    },
  }),
];
