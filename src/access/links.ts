import type { LinkPreview, PersonLink, Role } from '../contract/index.ts';
import { type Control, type PersonLinkRow, type PersonRow, stamp } from '../control/index.ts';
import { ClienteleError, day, instant } from '../core/index.ts';
import { cleanEmail, cleanLine } from './clean.ts';
import type { AccessContext } from './context.ts';
import type { SignedIn } from './first-owner.ts';
import { requireFreeEmail } from './people.ts';
import { personFrom, requirePerson } from './person.ts';
import { checkPassword } from './passwords/rules.ts';
import { setPassword } from './sign-in.ts';
import { newToken, sha256 } from './token.ts';

// There may be no mail server: ways in are links that an owner hands over. They work once, for a while, and only their hash is kept.

export type Invitation = { readonly email: string; readonly name: string; readonly role: Role; readonly personalData: boolean; readonly by: string };

/**
 * Adds a person who has no password yet, with the link that lets them choose one (7 days).
 *
 * @throws access.email, access.email-taken
 */
export async function invitePerson(context: AccessContext, { by, role, personalData, ...given }: Invitation): Promise<PersonLink> {
  const email = cleanEmail(given.email);
  const row: PersonRow = {
    id: context.effects.randomId(),
    email,
    name: cleanLine(given.name) || email,
    role,
    personal_data: Number(personalData),
    password: null,
    created_at: stamp(context.effects.now()),
    last_seen_at: null,
    disabled_at: null,
  };
  return context.control.transaction().execute(async (step) => {
    await requireFreeEmail(step, email);
    await step.insertInto('people').values(row).execute();
    return makeLink(step, context, row, by);
  });
}

/**
 * A link that sets a new password (1 day), or the invitation again for somebody who has none. Earlier links of that person end;
 * their password works until the link is used.
 *
 * @throws access.person-unknown
 */
export async function linkFor(context: AccessContext, person: string, by: string | null): Promise<PersonLink> {
  return context.control.transaction().execute(async (step) => makeLink(step, context, await requirePerson(step, person), by));
}

/** @throws access.link */
export async function readLink(context: AccessContext, token: string): Promise<LinkPreview> {
  const { link, person } = await findLink(context, token);
  return { purpose: link.purpose, email: person.email, name: person.name };
}

export type LinkUse = { readonly token: string; readonly password: string; readonly name?: string | undefined; readonly agent: string };

/**
 * Uses a link up: sets the password, ends what other sessions and links the person had, and signs in.
 *
 * @throws access.link, access.password
 */
export async function useLink(context: AccessContext, { token, password, name, agent }: LinkUse): Promise<SignedIn> {
  const { person } = await findLink(context, token);
  checkPassword(password, person);
  const used = await context.control.deleteFrom('person_links').where('token_sha256', '=', sha256(token)).executeTakeFirstOrThrow();
  if (used.numDeletedRows === 0n) throw new ClienteleError('access.link');
  const called = name === undefined ? '' : cleanLine(name);
  if (called !== '') await context.control.updateTable('people').set({ name: called }).where('id', '=', person.id).execute();
  return setPassword(context, { row: person, password, agent });
}

async function makeLink(control: Control, context: AccessContext, person: PersonRow, by: string | null): Promise<PersonLink> {
  const now = context.effects.now();
  const purpose = person.password === null ? 'invite' : 'reset';
  const expires = stamp(instant(now + (purpose === 'invite' ? 7 : 1) * day));
  const token = newToken(context);
  const row: PersonLinkRow = { token_sha256: sha256(token), purpose, person: person.id, created_by: by, created_at: stamp(now), expires_at: expires };
  await control.deleteFrom('person_links').where('person', '=', person.id).execute();
  await control.insertInto('person_links').values(row).execute();
  return { token, purpose, person: personFrom(person), expires_at: expires };
}

async function findLink({ control, effects }: AccessContext, token: string): Promise<{ readonly link: PersonLinkRow; readonly person: PersonRow }> {
  const link = await control.selectFrom('person_links').selectAll().where('token_sha256', '=', sha256(token)).executeTakeFirst();
  if (link === undefined || link.expires_at <= stamp(effects.now())) throw new ClienteleError('access.link');
  const person = await requirePerson(control, link.person);
  if (person.disabled_at !== null) throw new ClienteleError('access.link');
  return { link, person };
}
