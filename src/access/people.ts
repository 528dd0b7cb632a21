import type { Role, TeamPerson } from '../contract/index.ts';
import { type Control, type PersonRow, stamp } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { cleanEmail, cleanLine } from './clean.ts';
import type { AccessContext } from './context.ts';
import { personFrom, requirePerson } from './person.ts';

/** Everyone who works here, by name. */
export async function listPeople({ control }: AccessContext): Promise<readonly TeamPerson[]> {
  const rows = await control.selectFrom('people').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(personFrom);
}

/** @throws access.person-unknown */
export async function readPerson({ control }: AccessContext, id: string): Promise<TeamPerson> {
  return personFrom(await requirePerson(control, id));
}

export type PersonChange = {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly personalData?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

/**
 * Changes what is given. Disabling ends the person's sessions; their keys rest until they are enabled again.
 *
 * @throws access.person-unknown, access.email, access.email-taken, access.last-owner
 */
export async function changePerson({ control, effects }: AccessContext, id: string, change: PersonChange): Promise<TeamPerson> {
  const email = change.email === undefined ? undefined : cleanEmail(change.email);
  return control.transaction().execute(async (step) => {
    const before = await requirePerson(step, id);
    const disabledAt = change.disabled === undefined ? before.disabled_at : change.disabled ? (before.disabled_at ?? stamp(effects.now())) : null;
    const after: PersonRow = {
      ...before,
      email: email ?? before.email,
      name: change.name === undefined ? before.name : cleanLine(change.name) || before.name,
      role: change.role ?? before.role,
      personal_data: Number(change.personalData ?? before.personal_data === 1),
      disabled_at: disabledAt,
    };
    if (after.role !== 'owner' || after.disabled_at !== null) await requireAnotherOwner(step, before);
    if (after.email !== before.email) await requireFreeEmail(step, after.email);
    await step.updateTable('people').set(after).where('id', '=', id).execute();
    if (after.disabled_at !== null) await step.deleteFrom('sessions').where('person', '=', id).execute();
    return personFrom(after);
  });
}

/**
 * Removes a person with their sessions, keys and links. What they did stays, under their id.
 *
 * @throws access.person-unknown, access.last-owner
 */
export async function removePerson({ control }: AccessContext, id: string): Promise<void> {
  await control.transaction().execute(async (step) => {
    await requireAnotherOwner(step, await requirePerson(step, id));
    await step.deleteFrom('people').where('id', '=', id).execute();
  });
}

/** @throws access.email-taken */
export async function requireFreeEmail(control: Control, email: string): Promise<void> {
  const taken = await control.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
  if (taken !== undefined) throw new ClienteleError('access.email-taken');
}

/** An owner counts when they can sign in: an invitation not taken up would leave nobody. */
async function requireAnotherOwner(control: Control, leaving: PersonRow): Promise<void> {
  if (leaving.role !== 'owner' || leaving.disabled_at !== null || leaving.password === null) return;
  const others = await control
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .where('password', 'is not', null)
    .where('id', '!=', leaving.id)
    .executeTakeFirst();
  if (others === undefined) throw new ClienteleError('access.last-owner');
}
