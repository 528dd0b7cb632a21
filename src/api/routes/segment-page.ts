import { z } from 'zod';
import { maskIdentifierOf, maskName } from '../../access/index.ts';
import { segmentComposition, segmentFlow, segmentMembersPage, segmentWorth } from '../../app/index.ts';
import { compositionSchema, segmentFlowSchema, segmentMemberSchema, segmentValueSchema } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { named, reader } from './common.ts';
import { nextOf, offsetOf } from './cursor.ts';

const tag = 'segments';
const slug = z.object({ slug: named });

/** The page of one segment: who came and went, how it is made up, what it brings, who is in it. */
export const segmentPageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/segments/:slug/flow',
    tag,
    summary: 'Who entered and who left, by day',
    policy: reader,
    params: slug,
    answers: segmentFlowSchema,
    handle: async ({ desk, personalData }, { params }) => {
      const flow = await desk.readKept(`flow ${params.slug}`, (app) => segmentFlow(app, params.slug));
      return personalData ? flow : { ...flow, people: flow.people.map(masked) };
    },
  }),
  route({
    method: 'GET',
    path: '/segments/:slug/composition',
    tag,
    summary: 'Traits and numbers of the members beside all customers',
    policy: reader,
    params: slug,
    answers: compositionSchema,
    handle: ({ desk }, { params }) => desk.readKept(`composition ${params.slug}`, (app) => segmentComposition(app, params.slug)),
  }),
  route({
    method: 'GET',
    path: '/segments/:slug/value',
    tag,
    summary: 'What the members brought month by month, and per head',
    policy: reader,
    params: slug,
    answers: segmentValueSchema,
    handle: ({ desk }, { params }) => desk.readKept(`value ${params.slug}`, (app) => segmentWorth(app, params.slug)),
  }),
  route({
    method: 'GET',
    path: '/segments/:slug/members',
    tag,
    summary: 'The members, a page at a time',
    policy: reader,
    params: slug,
    query: z.object({
      sort: z.enum(['spent', 'orders', 'recent', 'since']).default('spent'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().optional(),
    }),
    answers: z.object({ items: z.array(segmentMemberSchema), total: z.int(), next: z.string().nullable() }),
    handle: async ({ read, personalData }, { params, query }) => {
      const offset = offsetOf(query.cursor);
      const { items, total } = await read((app) => segmentMembersPage(app, params.slug, { sort: query.sort, limit: query.limit, offset }));
      return { items: personalData ? [...items] : items.map(masked), total, next: nextOf(offset, query.limit, total) };
    },
  }),
];

type Named = { readonly name: string | null; readonly email: string | null; readonly customer_id?: string | null };

const masked = <T extends Named>(person: T): T => ({
  ...person,
  name: person.name === null ? null : maskName(person.name),
  email: person.email === null ? null : maskIdentifierOf('email', person.email),
  ...(person.customer_id === undefined || person.customer_id === null ? {} : { customer_id: maskIdentifierOf('customer_id', person.customer_id) }),
});
