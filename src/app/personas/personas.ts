import type { Persona, PersonaCard, PersonaEdits, PersonaEntry } from '../../contract/schemas.ts';
import { inTime, type PersonaRow } from '../../control/index.ts';
import { ClienteleError, formatInstant } from '../../core/index.ts';
import { personaCard, personaChanges, personaPage } from '../../insight/index.ts';
import { readSegment } from '../../segments/index.ts';
import { namesMoment } from '../as-of.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import type { App } from '../open.ts';
import { wordsIn } from '../predict/words-in.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { readPicture } from './picture.ts';

/** How a segment's card is come by: drawn, or kept from when it was. */
export type Draw = (segment: string) => Promise<PersonaCard>;

/** The card of a segment as it would be drawn now; nothing is kept. Throws `segment.unknown`. */
export async function drawCard(app: App, segment: string, asOf?: string): Promise<PersonaCard> {
  const context = await insightAt(app, asOf);
  const people = await peopleOf(app, segment, context.at, namesMoment(app, asOf));
  const vocabulary = await vocabularyOf(app);
  return personaCard(context, vocabulary, people, await wordsIn(app, people.expression, vocabulary, 'without'));
}

export async function listPersonas(app: App): Promise<readonly PersonaEntry[]> {
  const rows = await app.control.selectFrom('personas').selectAll().orderBy('name').execute();
  const entries: PersonaEntry[] = [];
  for (const row of rows) {
    const card = JSON.parse(row.card) as PersonaCard;
    entries.push({
      id: row.id,
      name: row.name,
      segment: await named(app, row.segment),
      people: card.people,
      sentence: card.sentence,
      drawn_at: card.as_of,
      has_picture: row.picture !== null,
      updated_at: row.updated_at,
    });
  }
  return entries;
}

/** A face for a segment, with its card as it is now. Throws `segment.unknown`. */
export async function createPersona(
  app: App,
  { segment, name }: { readonly segment: string; readonly name: string },
  author: string,
  asOf?: string,
  draw: Draw = drawn(app, asOf),
): Promise<Persona> {
  const { slug } = await readSegment(app.control, segment);
  const now = formatInstant(app.effects.now());
  const card = await draw(slug);
  const id = app.effects.randomId();
  await app.control
    .insertInto('personas')
    .values({
      id,
      segment: slug,
      name,
      edits: '{}',
      card: JSON.stringify(card),
      previous: null,
      picture: null,
      picture_type: null,
      created_by: author,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return readPersona(app, id, asOf, draw);
}

/** With the card as of now, and what changed since it was last drawn. Throws `persona.unknown`. */
export async function readPersona(app: App, id: string, asOf?: string, draw: Draw = drawn(app, asOf)): Promise<Persona> {
  const row = await rowOf(app, id);
  const before = JSON.parse(row.card) as PersonaCard;
  const card = await draw(row.segment);
  const notes = await app.control
    .selectFrom('persona_notes')
    .select(['id', 'text', 'author', 'at'])
    .where('persona', '=', row.id)
    .orderBy(inTime('at'), 'desc')
    .execute();
  return {
    id: row.id,
    name: row.name,
    segment: await named(app, row.segment),
    edits: JSON.parse(row.edits) as PersonaEdits,
    card,
    changed: personaChanges(before, card),
    drawn_at: before.as_of,
    notes,
    has_picture: row.picture !== null,
    created_by: row.created_by,
    updated_at: row.updated_at,
  };
}

/** Draws the card anew and keeps it: what changed is counted from here. */
export async function redrawPersona(app: App, id: string, asOf?: string, draw: Draw = drawn(app, asOf)): Promise<Persona> {
  const row = await rowOf(app, id);
  const card = await draw(row.segment);
  await change(app, row.id, { card: JSON.stringify(card), previous: row.card });
  return readPersona(app, row.id, asOf, draw);
}

/** A new name, or what people write on the card; parts that are not named stay. */
export async function changePersona(
  app: App,
  id: string,
  { name, edits }: { readonly name?: string | undefined; readonly edits?: PersonaEdits | undefined },
  draw?: Draw,
): Promise<Persona> {
  const row = await rowOf(app, id);
  const kept = { ...(JSON.parse(row.edits) as PersonaEdits), ...edits };
  await change(app, row.id, { ...(name === undefined ? {} : { name }), edits: JSON.stringify(kept) });
  return readPersona(app, row.id, undefined, draw);
}

export async function deletePersona(app: App, id: string): Promise<void> {
  const row = await rowOf(app, id);
  await app.control.deleteFrom('personas').where('id', '=', row.id).execute();
}

export async function addPersonaNote(app: App, id: string, text: string, author: string, draw?: Draw): Promise<Persona> {
  const row = await rowOf(app, id);
  await app.control
    .insertInto('persona_notes')
    .values({ id: app.effects.randomId(), persona: row.id, text, author, at: formatInstant(app.effects.now()) })
    .execute();
  return readPersona(app, row.id, undefined, draw);
}

export async function deletePersonaNote(app: App, id: string, note: string, draw?: Draw): Promise<Persona> {
  const row = await rowOf(app, id);
  await app.control.deleteFrom('persona_notes').where('persona', '=', row.id).where('id', '=', note).execute();
  return readPersona(app, row.id, undefined, draw);
}

/** Throws `persona.picture`. Null takes the picture away. */
export async function setPersonaPicture(app: App, id: string, data: string | null, draw?: Draw): Promise<Persona> {
  const row = await rowOf(app, id);
  const picture = data === null ? undefined : readPicture(data);
  await change(app, row.id, { picture: picture?.bytes ?? null, picture_type: picture?.type ?? null });
  return readPersona(app, row.id, undefined, draw);
}

/** As a `data:` address; null where there is none. */
export async function personaPicture(app: Pick<App, 'control'>, id: string): Promise<string | null> {
  const row = await rowOf(app, id);
  return row.picture === null ? null : `data:${row.picture_type};base64,${Buffer.from(row.picture).toString('base64')}`;
}

/** The persona as one page of HTML that needs nothing else. */
export async function personaHtml(app: App, id: string, asOf?: string, draw?: Draw): Promise<string> {
  return personaPage(await readPersona(app, id, asOf, draw), await personaPicture(app, id));
}

const drawn =
  (app: App, asOf: string | undefined): Draw =>
  (segment) =>
    drawCard(app, segment, asOf);

/** By its id, or by its name, in whichever case, where that is the only one. */
async function rowOf({ control }: Pick<App, 'control'>, id: string): Promise<PersonaRow> {
  const all = await control.selectFrom('personas').select(['id', 'name']).orderBy('name').execute();
  const called = (name: string): boolean => name.toLowerCase() === id.toLowerCase();
  const fitting = [all.filter((own) => own.id === id), all.filter(({ name }) => name === id), all.filter(({ name }) => called(name))];
  const found = fitting.find(({ length }) => length > 0);
  if (found === undefined) throw new ClienteleError('persona.unknown', { id, personas: namesOf(all) });
  const [row] = found;
  if (row === undefined || found.length > 1) throw new ClienteleError('persona.several', { name: id, ids: found.map((own) => own.id).join(', ') });
  return control.selectFrom('personas').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

/** More are not listed in an error. */
const mostNames = 20;

function namesOf(all: readonly { readonly name: string }[]): string {
  if (all.length === 0) return 'none yet';
  const more = all.length > mostNames ? ` and ${all.length - mostNames} more` : '';
  return `${all
    .slice(0, mostNames)
    .map(({ name }) => `"${name}"`)
    .join(', ')}${more}`;
}

type Change = Partial<Pick<PersonaRow, 'name' | 'edits' | 'card' | 'previous' | 'picture' | 'picture_type'>>;
async function change(app: Pick<App, 'control' | 'effects'>, id: string, values: Change): Promise<void> {
  await app.control
    .updateTable('personas')
    .set({ ...values, updated_at: formatInstant(app.effects.now()) })
    .where('id', '=', id)
    .execute();
}

/** A segment that was deleted keeps its slug for a name. */
async function named(app: Pick<App, 'control'>, slug: string): Promise<{ readonly slug: string; readonly name: string }> {
  const segment = await readSegment(app.control, slug).catch(() => undefined);
  return { slug, name: segment?.name ?? slug };
}
