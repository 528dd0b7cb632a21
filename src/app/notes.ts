import { randomUUID } from 'node:crypto';
import { inTime } from '../control/index.ts';
import { ClienteleError, formatInstant } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { listedIdentifier } from './listed-identifier.ts';
import type { App } from './open.ts';
import { profileOf } from './profile-of.ts';

/** What somebody wrote about a customer. Times are ISO 8601 UTC. */
export type Note = { readonly id: string; readonly text: string; readonly author: string; readonly at: string; readonly edited_at: string | null };

const columns = ['id', 'text', 'author', 'at', 'edited_at'] as const;

/** Notes about any identifier that the customer has now, so that they follow through merges. Newest first. Throws `customer.unknown`. */
export async function listNotes(app: App, customer: string): Promise<readonly Note[]> {
  const profile = await profileOf(app, customer);
  const own = await app.warehouse.rows<{ namespace: string; value: string }>(sql`select namespace, value from identifiers where profile = ${profile}`);
  return app.control
    .selectFrom('notes')
    .select(columns)
    .where((where) => where.or(own.map(({ namespace, value }) => where.and({ namespace, value }))))
    .orderBy(inTime('at'), 'desc')
    .execute();
}

/** Tied to the steadiest of the customer's identifiers. Throws `customer.unknown`. */
export async function addNote(app: App, customer: string, text: string, author: string): Promise<Note> {
  const { namespace, value } = await listedIdentifier(app, customer);
  const note: Note = { id: randomUUID(), text, author, at: formatInstant(app.effects.now()), edited_at: null };
  await app.control
    .insertInto('notes')
    .values({ ...note, namespace, value })
    .execute();
  return note;
}

/** Throws `note.unknown`. */
export async function editNote(app: Pick<App, 'control' | 'effects'>, id: string, text: string): Promise<Note> {
  const changed = await app.control
    .updateTable('notes')
    .set({ text, edited_at: formatInstant(app.effects.now()) })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
  if (changed === undefined) throw new ClienteleError('note.unknown', { id });
  return changed;
}

/** One that is not there is gone already. */
export async function deleteNote(app: Pick<App, 'control'>, id: string): Promise<void> {
  await app.control.deleteFrom('notes').where('id', '=', id).execute();
}
