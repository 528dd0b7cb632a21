import { z } from 'zod';
import { maskIdentifierOf, maskName, maskRow, maskText } from '../../access/index.ts';
import {
  customer,
  customerAsked,
  customers,
  customerStory,
  customersNamed,
  customerTimeline,
  customersOrder,
  exportCustomers,
  keptForCustomers,
  listMerges,
  merge,
  decideDuplicates,
  probableDuplicates,
  undoDecision,
  undoMergeById,
} from '../../app/index.ts';
import {
  type CustomerAnswer,
  customerSchema,
  customerSummarySchema,
  decidedSchema,
  duplicateSchema,
  mostPairs,
  mergeSchema,
  severalDecidedSchema,
  type StoryEntryAnswer,
  storyEntrySchema,
  storyKinds,
} from '../../contract/schemas.ts';
import { shownPair } from '../masked-pair.ts';
import { maskedSummaries, maskedSummary } from '../masked-summary.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { offsetOf, nextOf } from './cursor.ts';
import { asOf, decimal, definition, editor, exporter, reader } from './common.ts';
import { streamed } from './streamed.ts';

const tag = 'customers';
const anyId = z.string().min(1).max(320).meta({ description: 'Profile number, customer id, e-mail, phone or any other identifier' });

const chosen = z.object({
  search: z.string().max(200).optional(),
  where: definition.optional(),
  sort: z
    .string()
    .min(1)
    .max(200)
    .default('spent')
    .meta({ description: '`spent`, `orders`, `recent`, `name`, `customer_id`, `email`, or any trait or feature' }),
  descending: z.stringbool().optional(),
  columns: z.string().max(4000).optional().meta({ description: 'Traits and features to answer, separated by commas' }),
  as_of: asOf,
});

const askedOf = (query: z.output<typeof chosen>, personalData: boolean) => ({
  search: query.search,
  where: query.where,
  sort: query.sort,
  descending: query.descending,
  columns: query.columns?.split(',').filter((name) => name !== ''),
  asOf: query.as_of,
  masked: !personalData,
});

/** With the permission in the key: who lacks it is refused some orders. */
const orderKey = ({ sort, descending, masked }: ReturnType<typeof askedOf>): string => `order of customers ${sort} ${descending ?? ''} ${masked}`;

export const customerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/customers',
    tag,
    summary: 'Customers, found by any part of a name or identifier, or by a condition of the segment language',
    policy: reader,
    query: chosen.extend({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().optional() }),
    answers: z.object({
      items: z.array(customerSummarySchema),
      total: z.int(),
      everybody: z.int().meta({ description: 'All customers there are' }),
      sentence: z.string().nullable().meta({ description: '`where` in plain words' }),
      next: z.string().nullable(),
    }),
    handle: async ({ desk, read, personalData }, { query }) => {
      const offset = offsetOf(query.cursor);
      const asked = askedOf(query, personalData);
      // A moment of its own makes features of its own, on the connection that answers.
      const order = asked.asOf === undefined ? await desk.readKept(orderKey(asked), (app) => customersOrder(app, asked), 'facts') : undefined;
      const found = await read((app) => customers(app, { ...asked, order, limit: query.limit, offset }));
      const items = personalData ? [...found.profiles] : found.profiles.map(maskedSummary);
      return { items, total: found.total, everybody: found.everybody, sentence: found.sentence, next: nextOf(offset, query.limit, found.total) };
    },
  }),
  route({
    method: 'GET',
    path: '/customers/names',
    tag,
    summary: 'A few customers by their numbers, for a list that knows no more of them',
    policy: reader,
    query: z.object({
      profiles: z
        .string()
        .regex(/^\d{1,10}(,\d{1,10}){0,49}$/)
        .meta({ description: 'Numbers of profiles, joined by commas, at most 50' }),
    }),
    answers: z.object({ items: z.array(customerSummarySchema) }),
    handle: async ({ read, personalData }, { query }) => {
      const profiles = query.profiles.split(',').map(Number);
      return { items: [...maskedSummaries(await read((app) => customersNamed(app, profiles)), personalData)] };
    },
  }),
  streamRoute({
    method: 'GET',
    path: '/customers.csv',
    tag,
    summary: 'The same list whole, as CSV; masked for whoever may not see personal data',
    policy: exporter,
    query: chosen.extend({ safe: z.stringbool().default(true), decimal }),
    streams: 'text/csv',
    handle: async ({ desk, personalData }, { query }) => ({
      body: await streamed((write) =>
        desk.read((app) => exportCustomers(app, { ...askedOf(query, personalData), safe: query.safe, comma: query.decimal === 'comma', write })),
      ),
      fileName: 'customers.csv',
    }),
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
    handle: async ({ desk, read, personalData }, { params, query }) => {
      const kept = await desk.readKept('what every customer page needs', keptForCustomers);
      const asked = await read((app) => customerAsked(app, params.id, query.as_of));
      // Side by side: what happened takes as long to read as all else.
      const [found, timeline] = await Promise.all([
        read((app) => customer(app, asked, 0, kept)),
        query.timeline === 0 ? [] : read((app) => customerTimeline(app, asked, query.timeline)),
      ]);
      const whole = { ...found, timeline };
      return personalData ? whole : masked(whole);
    },
  }),
  route({
    method: 'GET',
    path: '/customers/:id/timeline',
    tag,
    summary: 'Everything that happened with one customer, newest first: orders with their lines, visits, mails, reviews, segments',
    policy: reader,
    params: z.object({ id: anyId }),
    query: z.object({
      kinds: z
        .string()
        .max(200)
        .optional()
        .meta({ description: `Some of ${storyKinds.join(', ')}, separated by commas; all where nothing is said` }),
      limit: z.coerce.number().int().min(1).max(200).default(30),
      cursor: z.string().optional(),
      as_of: asOf,
    }),
    answers: z.object({ items: z.array(storyEntrySchema), next: z.string().nullable() }),
    handle: async ({ read, personalData }, { params, query }) => {
      const offset = offsetOf(query.cursor);
      const named = query.kinds?.split(',');
      const kinds = named === undefined ? storyKinds : storyKinds.filter((kind) => named.includes(kind));
      const { items, more } = await read((app) => customerStory(app, params.id, { kinds, limit: query.limit, offset, asOf: query.as_of }));
      return { items: personalData ? [...items] : items.map(maskedEntry), next: nextOf(offset, query.limit, more ? Number.POSITIVE_INFINITY : 0) };
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
      return { items: found.map((pair) => shownPair(pair, personalData)) };
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
    handle: async ({ write, personalData }, { body }) => {
      const found = await write((app) => probableDuplicates(app, 50, [body.one, body.other]));
      return { items: found.map((pair) => shownPair(pair, personalData)) };
    },
  }),
  route({
    method: 'POST',
    path: '/duplicates/decisions',
    tag,
    summary: 'Say of several probable duplicates at once that they are one customer each, or different people; of all or of none',
    policy: editor,
    body: z.object({
      same: z.boolean().meta({ description: 'One customer each; else different people' }),
      pairs: z
        .array(z.object({ one: z.int().positive(), other: z.int().positive() }))
        .min(1)
        .max(mostPairs)
        .meta({ description: 'Numbers of profiles, as the list of duplicates has them' }),
    }),
    status: 201,
    answers: severalDecidedSchema,
    handle: ({ write, author }, { body }) => write((app) => decideDuplicates(app, { ...body, author }, undefined)),
  }),
  route({
    method: 'DELETE',
    path: '/duplicates/decisions/:id',
    tag,
    summary: 'Take back as one what was decided of several pairs at once',
    policy: editor,
    params: z.object({ id: z.string() }),
    answers: z.object({ pairs: z.int(), message: z.string() }),
    handle: ({ write }, { params }) => write((app) => undoDecision(app, params.id, undefined)),
  }),
];

const maskedEntry = (entry: StoryEntryAnswer): StoryEntryAnswer => ({
  ...entry,
  title: maskText(entry.title),
  detail: entry.detail === null ? null : maskText(entry.detail),
  lines: entry.lines.map((line) => ({ ...line, text: maskText(line.text), detail: line.detail === null ? null : maskText(line.detail) })),
});

/** Free texts of the timeline (a review, a subject) may hold contacts too. */
function masked(found: CustomerAnswer): CustomerAnswer {
  return {
    ...found,
    name: found.name === null ? null : maskName(found.name),
    identifiers: found.identifiers.map((each) => ({ ...each, value: maskIdentifierOf(each.namespace, each.value) })),
    traits: maskRow(found.traits),
    features: maskRow(found.features),
    timeline: found.timeline.map((entry) => ({ ...entry, title: maskText(entry.title), detail: entry.detail === null ? null : maskText(entry.detail) })),
  };
}
