import type { Session } from '../contract/index.ts';
import { type Control, type SessionRow, stamp } from '../control/index.ts';
import { ClienteleError, day, type Instant, instant, minute, parseInstant } from '../core/index.ts';
import { cleanLine } from './clean.ts';
import type { AccessContext } from './context.ts';
import { noteUse } from './note-use.ts';
import type { Principal } from './principal.ts';
import { newToken, sha256 } from './token.ts';

/** A session ends when it has not been used for so long, and for good after the longer time. */
export const sessionIdle = 14 * day;
export const sessionLongest = 90 * day;

/** A session begun: the token goes into the cookie and is kept nowhere. */
export type OpenedSession = { readonly token: string; readonly session: string };

/** Begins a session; sessions that have run out are cleared away. Call it within the transaction that decides so. */
export async function openSession(control: Control, context: AccessContext, person: string, agent: string): Promise<OpenedSession> {
  const now = context.effects.now();
  const token = newToken(context);
  const session = context.effects.randomId();
  const row: SessionRow = {
    id: session,
    token_sha256: sha256(token),
    person,
    created_at: stamp(now),
    seen_at: stamp(now),
    user_agent: cleanLine(agent),
  };
  await control
    .deleteFrom('sessions')
    .where((is) => is.or([is('seen_at', '<=', stamp(instant(now - sessionIdle))), is('created_at', '<=', stamp(instant(now - sessionLongest)))]))
    .execute();
  await control.insertInto('sessions').values(row).execute();
  await control
    .updateTable('people')
    .set({ last_seen_at: stamp(now) })
    .where('id', '=', person)
    .execute();
  return { token, session };
}

/** Who a session's token belongs to; undefined when it is unknown or has run out, or its person is disabled. */
export async function principalOfSession({ control, effects }: AccessContext, token: string): Promise<Principal | undefined> {
  const row = await control
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person')
    .select(['sessions.id as session', 'sessions.created_at', 'sessions.seen_at'])
    .select(['people.id as person', 'people.email', 'people.name', 'people.role', 'people.personal_data', 'people.disabled_at'])
    .where('sessions.token_sha256', '=', sha256(token))
    .executeTakeFirst();
  const now = effects.now();
  if (row === undefined || row.disabled_at !== null || now >= expiry(row)) return undefined;
  // To the minute, so that reading does not mean writing.
  if (now - at(row.seen_at) >= minute)
    await noteUse(async () => {
      await control
        .updateTable('sessions')
        .set({ seen_at: stamp(now) })
        .where('id', '=', row.session)
        .execute();
      await control
        .updateTable('people')
        .set({ last_seen_at: stamp(now) })
        .where('id', '=', row.person)
        .execute();
    });
  const { person, email, name, role, session } = row;
  return { kind: 'person', person, email, name, role, personalData: row.personal_data === 1, session };
}

/** A person's sessions that have not run out, the last used first. `current` marks the one that asks. */
export async function listSessions({ control, effects }: AccessContext, person: string, current: string | null): Promise<readonly Session[]> {
  const rows = await control.selectFrom('sessions').selectAll().where('person', '=', person).orderBy('seen_at', 'desc').orderBy('id').execute();
  return rows
    .filter((row) => effects.now() < expiry(row))
    .map((row) => ({
      id: row.id,
      current: row.id === current,
      created_at: row.created_at,
      seen_at: row.seen_at,
      expires_at: stamp(expiry(row)),
      user_agent: row.user_agent,
    }));
}

/** @throws access.session-unknown when this person has none of that id */
export async function endSession({ control }: AccessContext, person: string, id: string): Promise<void> {
  const { numDeletedRows } = await control.deleteFrom('sessions').where('person', '=', person).where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new ClienteleError('access.session-unknown');
}

/** Ends all of a person's sessions but one; answers how many. */
export async function endOtherSessions({ control }: AccessContext, person: string, except: string): Promise<number> {
  const { numDeletedRows } = await control.deleteFrom('sessions').where('person', '=', person).where('id', '!=', except).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Ends the session of a token; unknown tokens are fine, as they are out already. */
export async function signOut({ control }: AccessContext, token: string): Promise<void> {
  await control.deleteFrom('sessions').where('token_sha256', '=', sha256(token)).execute();
}

const at = (text: string): Instant => parseInstant(text) ?? instant(0);

const expiry = (row: { readonly created_at: string; readonly seen_at: string }): Instant =>
  instant(Math.min(at(row.seen_at) + sessionIdle, at(row.created_at) + sessionLongest));
