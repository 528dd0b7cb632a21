import { z } from 'zod';
import { discardDraft, listDrafts, readDraft, saveDraft } from '../../app/index.ts';
import { draftContentSchema, draftSchema } from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { editor } from './common.ts';

const tag = 'drafts';
const params = z.object({ key: z.string().regex(/^[\p{L}\p{N}_-]{1,120}$/u) });

/** A key acts for the person who made it, and sees their drafts. */
const personOf = ({ principal }: Context): string => (principal.kind === 'anonymous' ? 'anonymous' : principal.person);

/** Definitions that somebody is writing. They never wait for an import: drafts are no facts. */
export const draftRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/drafts',
    tag,
    summary: 'Your unfinished definitions, newest first',
    policy: editor,
    answers: z.object({ items: z.array(draftSchema) }),
    handle: async (context) => ({ items: [...(await listDrafts(context.desk.app, personOf(context)))] }),
  }),
  route({
    method: 'GET',
    path: '/drafts/:key',
    tag,
    summary: 'One of your drafts, by the slug of its segment or by its own name',
    policy: editor,
    params,
    answers: draftSchema,
    handle: (context, { params: { key } }) => readDraft(context.desk.app, personOf(context), key),
  }),
  route({
    method: 'PUT',
    path: '/drafts/:key',
    tag,
    summary: 'Keep what you are writing; it changes no segment',
    policy: editor,
    params,
    body: draftContentSchema,
    answers: draftSchema,
    handle: (context, { params: { key }, body }) => saveDraft(context.desk.app, personOf(context), key, body),
  }),
  route({
    method: 'DELETE',
    path: '/drafts/:key',
    tag,
    summary: 'Discard a draft',
    policy: editor,
    params,
    answers: z.object({ key: z.string() }),
    handle: async (context, { params: { key } }) => {
      await discardDraft(context.desk.app, personOf(context), key);
      return { key };
    },
  }),
];
