import type { TeamPerson } from '../contract/index.ts';
import { type Control, type PersonRow, stamp } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { cleanEmail, cleanLine } from './clean.ts';
import type { AccessContext } from './context.ts';
import { hashPassword } from './passwords/hash.ts';
import { checkPassword } from './passwords/rules.ts';
import { personFrom } from './person.ts';
import { openSession, type OpenedSession } from './sessions.ts';

export type FirstOwner = { readonly email: string; readonly name: string; readonly password: string; readonly agent: string };
export type SignedIn = OpenedSession & { readonly person: TeamPerson };

/** True until somebody has made the owner's account. */
export async function needsSetUp({ control }: Pick<AccessContext, 'control'>): Promise<boolean> {
  return (await control.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined;
}

/**
 * The first visit: makes the owner's account, with sight of personal data, and signs them in. Of two at once one succeeds.
 *
 * @throws access.set-up, access.email, access.password
 */
export async function createFirstOwner(context: AccessContext, owner: FirstOwner): Promise<SignedIn> {
  const email = cleanEmail(owner.email);
  const name = cleanLine(owner.name) || email;
  await refuseSecond(context.control);
  checkPassword(owner.password, { email, name });
  const row: PersonRow = {
    id: context.effects.randomId(),
    email,
    name,
    role: 'owner',
    personal_data: 1,
    password: await hashPassword(owner.password),
    created_at: stamp(context.effects.now()),
    last_seen_at: null,
    disabled_at: null,
  };
  return context.control.transaction().execute(async (step) => {
    await refuseSecond(step);
    await step.insertInto('people').values(row).execute();
    return { ...(await openSession(step, context, row.id, owner.agent)), person: personFrom(row) };
  });
}

async function refuseSecond(control: Control): Promise<void> {
  if (!(await needsSetUp({ control }))) throw new ClienteleError('access.set-up');
}
