import { z } from 'zod';
import { deleteView, listViews, saveView } from '../../app/index.ts';
import { savedViewSchema } from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { named, reader } from './common.ts';

const tag = 'views';
const area = z.string().regex(/^[a-z-]{1,40}$/);

/** A key acts for the person who made it. */
const personOf = ({ principal }: Context): string => (principal.kind === 'anonymous' ? 'anonymous' : principal.person);

/** How people like to see their lists: columns, sorting, filters. They are no facts and no definitions, so a viewer keeps them too. */
export const viewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/views',
    tag,
    summary: 'Your saved ways to see a list',
    policy: reader,
    query: z.object({ area }),
    answers: z.object({ items: z.array(savedViewSchema) }),
    handle: async (context, { query }) => ({ items: [...(await listViews(context.desk.app, personOf(context), query.area))] }),
  }),
  route({
    method: 'POST',
    path: '/views',
    tag,
    summary: 'Save how you see a list; one of the same name is replaced',
    policy: reader,
    body: z.object({ area, name: named, state: z.record(z.string(), z.unknown()) }),
    status: 201,
    answers: savedViewSchema,
    handle: (context, { body: { area: where, ...view } }) => saveView(context.desk.app, personOf(context), where, view),
  }),
  route({
    method: 'DELETE',
    path: '/views/:id',
    tag,
    summary: 'Forget one of your saved ways to see a list',
    policy: reader,
    params: z.object({ id: z.string() }),
    answers: z.object({ id: z.string() }),
    handle: async (context, { params: { id } }) => {
      await deleteView(context.desk.app, personOf(context), id);
      return { id };
    },
  }),
];
