import { z } from 'zod';
import { maskIdentifierOf, maskName, maskRow, maskText } from '../../access/index.ts';
import { customer, customers, listMerges, merge, probableDuplicates, undoMergeById } from '../../app/index.ts';
import {
  type CustomerAnswer,
  customerSchema,
  type CustomerSummary,
  customerSummarySchema,
  decidedSchema,
  duplicateSchema,
  mergeSchema,
} from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { offsetOf, nextOf } from './cursor.ts';
import { asOf, editor, reader } from './common.ts';

const tag = 'customers';
const anyId = z.string().min(1).max(320).meta({ description: 'Profile number, customer id, e-mail, phone or any other identifier' });

export const customerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/customers',
    tag,
    summary: 'Customers, found by any part of a name or identifier',
    policy: reader,
    query: z.object({
      search: z.string().max(200).optional(),
      sort: z.enum(['spent', 'orders', 'recent', 'name']).default('spent'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().optional(),
      as_of: asOf,
    }),
    answers: z.object({ items: z.array(customerSummarySchema), total: z.int(), next: z.string().nullable() }),
    handle: async ({ read, personalData }, { query }) => {
      const offset = offsetOf(query.cursor);
      const found = await read((app) => customers(app, { search: query.search, sort: query.sort, limit: query.limit, offset, asOf: query.as_of }));
      const items = personalData ? [...found.profiles] : found.profiles.map(maskedSummary);
      return { items, total: found.total, next: nextOf(offset, query.limit, found.total) };
    },
  }),
  route({
    method: 'GET',
    path: '/customers/:id',
    tag,
    summary: 'Everything known of one customer',
    policy: reader,
    params: z.object({ id: anyId }),
    query: z.object({ timeline: z.coerce.number().int().min(0).max(1000).default(100), as_of: asOf }),
    answers: customerSchema,
    handle: async ({ read, personalData }, { params, query }) => {
      const found = await read((app) => customer(app, params.id, { asOf: query.as_of, timeline: query.timeline }));
      return personalData ? found : masked(found);
    },
  }),
  route({
    method: 'GET',
    path: '/duplicates',
    tag,
    summary: 'Pairs of profiles that are probably one customer, surest first',
    policy: reader,
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
    answers: z.object({ items: z.array(duplicateSchema) }),
    handle: async ({ desk, personalData }, { query }) => {
      const found = await desk.readKept(`duplicates ${query.limit}`, (app) => probableDuplicates(app, query.limit));
      const hide = <T extends { readonly label: string }>(one: T): T => (personalData ? one : { ...one, label: maskName(one.label) });
      return { items: found.map(({ a, b, reason, score }) => ({ a: hide(a), b: hide(b), reason: personalData ? reason : maskText(reason), score })) };
    },
  }),
  route({
    method: 'GET',
    path: '/merges',
    tag,
    summary: 'Which profiles became one, and why',
    policy: reader,
    answers: z.object({ items: z.array(mergeSchema) }),
    handle: async ({ read, personalData }) => {
      const found = await read((app) => listMerges(app));
      return {
        items: found.map((entry) => (personalData || entry.value === null ? entry : { ...entry, value: maskIdentifierOf(entry.namespace ?? '', entry.value) })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/merges',
    tag,
    summary: 'Say that two customers are one',
    policy: editor,
    body: z.object({ one: anyId, other: anyId }),
    status: 201,
    answers: decidedSchema,
    handle: ({ write, author }, { body }) => write((app) => merge(app, body.one, body.other, author, undefined)),
  }),
  route({
    method: 'DELETE',
    path: '/merges/:id',
    tag,
    summary: 'Take a merge back and keep the two apart from now on',
    policy: editor,
    params: z.object({ id: z.string() }),
    answers: decidedSchema,
    handle: ({ write, author }, { params }) => write((app) => undoMergeById(app, params.id, author, undefined)),
  }),
  route({
    method: 'POST',
    path: '/duplicates/apart',
    tag,
    summary: 'Say that two probable duplicates are different people',
    policy: editor,
    body: z.object({ one: anyId, other: anyId }),
    answers: z.object({ items: z.array(duplicateSchema) }),
    handle: async ({ write }, { body }) => ({ items: [...(await write((app) => probableDuplicates(app, 50, [body.one, body.other])))] }),
  }),
];

const maskedSummary = (summary: CustomerSummary): CustomerSummary => ({
  ...summary,
  name: summary.name === null ? null : maskName(summary.name),
  email: summary.email === null ? null : maskIdentifierOf('email', summary.email),
  customer_id: summary.customer_id === null ? null : maskIdentifierOf('customer_id', summary.customer_id),
});

/** Free texts of the timeline (a review, a subject) may hold contacts too. */
function masked(found: CustomerAnswer): CustomerAnswer {
  return {
    ...found,
    identifiers: found.identifiers.map((each) => ({ ...each, value: maskIdentifierOf(each.namespace, each.value) })),
    traits: maskRow(found.traits),
    features: maskRow(found.features),
    timeline: found.timeline.map((entry) => ({ ...entry, title: maskText(entry.title), detail: entry.detail === null ? null : maskText(entry.detail) })),
  };
}
