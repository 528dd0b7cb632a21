import { z } from 'zod';
import { addNote, deleteNote, editNote, listNotes } from '../../app/index.ts';
import { noteSchema } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { editor, personalEditor, reader } from './common.ts';

const tag = 'customers';
const text = z.string().trim().min(1).max(5000);
const ofCustomer = z.object({ id: z.string().min(1).max(320) });
const ofNote = z.object({ id: z.string() });

/** What people write about a customer. Notes are no facts: they never wait for an import. */
export const noteRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/customers/:id/notes',
    tag,
    summary: 'Notes about a customer, newest first',
    policy: reader,
    params: ofCustomer,
    answers: z.object({
      items: z.array(noteSchema),
      hidden: z.int().meta({ description: 'Notes that whoever may not see personal data does not get: what people write freely can not be masked' }),
    }),
    handle: async ({ read, personalData }, { params }) => {
      const notes = await read((app) => listNotes(app, params.id));
      return personalData ? { items: [...notes], hidden: 0 } : { items: [], hidden: notes.length };
    },
  }),
  route({
    method: 'POST',
    path: '/customers/:id/notes',
    tag,
    summary: 'Write a note about a customer',
    policy: editor,
    params: ofCustomer,
    body: z.object({ text }),
    status: 201,
    answers: noteSchema,
    handle: ({ read, author }, { params, body }) => read((app) => addNote(app, params.id, body.text, author)),
  }),
  route({
    method: 'PATCH',
    path: '/notes/:id',
    tag,
    summary: 'Change a note',
    policy: personalEditor,
    params: ofNote,
    body: z.object({ text }),
    answers: noteSchema,
    handle: ({ desk }, { params, body }) => editNote(desk.app, params.id, body.text),
  }),
  route({
    method: 'DELETE',
    path: '/notes/:id',
    tag,
    summary: 'Delete a note',
    policy: personalEditor,
    params: ofNote,
    answers: ofNote,
    handle: async ({ desk }, { params: { id } }) => {
      await deleteNote(desk.app, id);
      return { id };
    },
  }),
];
