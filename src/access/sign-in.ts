import type { TeamPerson } from '../contract/index.ts';
import type { PersonRow } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { beginAttempt, succeedAttempt } from './back-off.ts';
import { normalEmail } from './clean.ts';
import type { AccessContext } from './context.ts';
import type { SignedIn } from './first-owner.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords/hash.ts';
import { checkPassword } from './passwords/rules.ts';
import { personFrom, requirePerson } from './person.ts';
import { openSession } from './sessions.ts';
import { sha256 } from './token.ts';

export type From = { readonly address: string; readonly agent: string };

export type SignIn = {
  readonly email: string;
  readonly password: string;
  readonly from: From;
  /** The token that the browser came with: it ends, whoever planted it. */
  readonly previousToken?: string | undefined;
};

/**
 * Signs in with a fresh session. Wrong password, unknown account, disabled and invited people get one answer, after the same work.
 *
 * @throws access.credentials, access.back-off
 */
export async function signIn(context: AccessContext, { email, password, from, previousToken }: SignIn): Promise<SignedIn> {
  const ticket = await beginAttempt(context, { account: email, address: from.address });
  const row = await context.control.selectFrom('people').selectAll().where('email', '=', normalEmail(email)).executeTakeFirst();
  const right = await verifyPassword(password, row?.password ?? null);
  if (row === undefined || !right) throw new ClienteleError('access.credentials');
  const renewed = isOutdated(row.password ?? '') ? await hashPassword(password) : row.password;
  return context.control.transaction().execute(async (step) => {
    // While the password was checked it may have been changed, or its person disabled.
    const kept = await step
      .updateTable('people')
      .set({ password: renewed })
      .where('id', '=', row.id)
      .where('password', '=', row.password)
      .where('disabled_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (kept === undefined) throw new ClienteleError('access.credentials');
    await succeedAttempt({ control: step }, ticket);
    if (previousToken !== undefined) await step.deleteFrom('sessions').where('token_sha256', '=', sha256(previousToken)).execute();
    return { ...(await openSession(step, context, row.id, from.agent)), person: personFrom(kept) };
  });
}

export type PasswordChange = { readonly person: string; readonly current: string; readonly next: string; readonly from: From };

/**
 * Sets a new password for somebody who knows the old one. All their sessions end and a fresh one begins.
 *
 * @throws access.credentials, access.back-off, access.password
 */
export async function changePassword(context: AccessContext, { person, current, next, from }: PasswordChange): Promise<SignedIn> {
  const row = await requirePerson(context.control, person);
  checkPassword(next, row);
  const ticket = await beginAttempt(context, { account: row.email, address: from.address });
  if (!(await verifyPassword(current, row.password))) throw new ClienteleError('access.credentials');
  await succeedAttempt(context, ticket);
  return setPassword(context, { row, password: next, agent: from.agent });
}

/** Replaces the password if it still is the one in `row`; other ways in (sessions, links) end. */
export async function setPassword(context: AccessContext, { row, password, agent }: SetPassword): Promise<SignedIn> {
  const hash = await hashPassword(password);
  return context.control.transaction().execute(async (step) => {
    const kept = await step
      .updateTable('people')
      .set({ password: hash })
      .where('id', '=', row.id)
      .where('password', 'is', row.password)
      .where('disabled_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (kept === undefined) throw new ClienteleError('access.credentials');
    await step.deleteFrom('sessions').where('person', '=', row.id).execute();
    await step.deleteFrom('person_links').where('person', '=', row.id).execute();
    const person: TeamPerson = personFrom(kept);
    return { ...(await openSession(step, context, row.id, agent)), person };
  });
}

type SetPassword = { readonly row: PersonRow; readonly password: string; readonly agent: string };
