import { z } from 'zod';
import {
  addPersonaNote,
  changePersona,
  createPersona,
  deletePersona,
  deletePersonaNote,
  drawCard,
  listPersonas,
  personaHtml,
  personaPicture,
  readPersona,
  redrawPersona,
  setPersonaPicture,
} from '../../app/index.ts';
import { newPersonaSchema, personaCardSchema, personaChangeSchema, personaEntrySchema, personaPictureSchema, personaSchema } from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { editor, named, reader } from './common.ts';

const tag = 'personas';
const id = z.object({ id: z.string() });
/** A card takes a while to draw: it is kept until something is written. */
const kept =
  ({ desk }: Context) =>
  (segment: string) =>
    desk.readKept(`persona ${segment}`, (app) => drawCard(app, segment));

/** Faces for segments: cards drawn from data, and what people write on them. */
export const personaRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/personas',
    tag,
    summary: 'Every persona, with its card’s finding as it was last drawn',
    policy: reader,
    answers: z.object({ items: z.array(personaEntrySchema).readonly() }),
    handle: async ({ read }) => ({ items: await read(listPersonas) }),
  }),
  route({
    method: 'GET',
    path: '/persona-card',
    tag,
    summary: 'The card of any segment as it would be drawn now; nothing is kept',
    policy: reader,
    query: z.object({ segment: named }),
    answers: personaCardSchema,
    handle: ({ desk }, { query }) => desk.readKept(`persona ${query.segment}`, (app) => drawCard(app, query.segment)),
  }),
  route({
    method: 'POST',
    path: '/personas',
    tag,
    summary: 'Give a segment a face',
    policy: editor,
    body: newPersonaSchema,
    status: 201,
    answers: personaSchema,
    handle: (context, { body }) => createPersona(context.desk.app, body, context.author, undefined, kept(context)),
  }),
  route({
    method: 'GET',
    path: '/personas/:id',
    tag,
    summary: 'One persona: its card as of now, what changed since it was drawn, what people wrote',
    policy: reader,
    params: id,
    answers: personaSchema,
    handle: (context, { params }) => readPersona(context.desk.app, params.id, undefined, kept(context)),
  }),
  route({
    method: 'PATCH',
    path: '/personas/:id',
    tag,
    summary: 'Its name, and what people write on it',
    policy: editor,
    params: id,
    body: personaChangeSchema,
    answers: personaSchema,
    handle: (context, { params, body }) => changePersona(context.desk.app, params.id, body, kept(context)),
  }),
  route({
    method: 'DELETE',
    path: '/personas/:id',
    tag,
    summary: 'Forget a persona with its notes; the segment stays',
    policy: editor,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async ({ read }, { params }) => {
      await read((app) => deletePersona(app, params.id));
      return { removed: params.id };
    },
  }),
  route({
    method: 'POST',
    path: '/personas/:id/redraw',
    tag,
    summary: 'Keep the card as it is now: changes are counted from here',
    policy: editor,
    params: id,
    body: z.object({}),
    answers: personaSchema,
    handle: (context, { params }) => redrawPersona(context.desk.app, params.id, undefined, kept(context)),
  }),
  route({
    method: 'POST',
    path: '/personas/:id/notes',
    tag,
    summary: 'Add an interview note',
    policy: editor,
    params: id,
    body: z.object({ text: z.string().trim().min(1).max(10_000) }),
    status: 201,
    answers: personaSchema,
    handle: (context, { params, body }) => addPersonaNote(context.desk.app, params.id, body.text, context.author, kept(context)),
  }),
  route({
    method: 'DELETE',
    path: '/personas/:id/notes/:note',
    tag,
    summary: 'Take a note away',
    policy: editor,
    params: z.object({ id: z.string(), note: z.string() }),
    answers: personaSchema,
    handle: (context, { params }) => deletePersonaNote(context.desk.app, params.id, params.note, kept(context)),
  }),
  route({
    method: 'GET',
    path: '/personas/:id/picture',
    tag,
    summary: 'Its picture as a data address, or null',
    policy: reader,
    params: id,
    answers: z.object({ picture: z.string().nullable() }),
    handle: async ({ desk }, { params }) => ({ picture: await personaPicture(desk.app, params.id) }),
  }),
  route({
    method: 'PUT',
    path: '/personas/:id/picture',
    tag,
    summary: 'Set its picture (PNG, JPEG or WebP, at most 512 kB; what it tells of place and camera is taken out), or take it away',
    policy: editor,
    params: id,
    body: personaPictureSchema,
    answers: personaSchema,
    handle: (context, { params, body }) => setPersonaPicture(context.desk.app, params.id, body.data, kept(context)),
  }),
  streamRoute({
    method: 'GET',
    path: '/personas/:id/page',
    tag,
    summary: 'The persona as one HTML page that needs nothing else, to print or share',
    policy: reader,
    params: id,
    streams: 'text/html',
    handle: async (context, { params }) => ({ body: await personaHtml(context.desk.app, params.id, undefined, kept(context)), fileName: 'persona.html' }),
  }),
];
