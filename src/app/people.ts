import { createAccess } from '../access/index.ts';
import type { PersonLink, TeamPerson } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import type { App } from './open.ts';

// For whoever sits at the machine: they hold the data anyway, so they may let a person back in.

/** Everybody who may sign in. */
export const listPeople = (app: App): Promise<readonly TeamPerson[]> => accessOf(app).listPeople();

/**
 * A link with which a person chooses a new password, also for a sole owner who has forgotten theirs.
 *
 * @throws access.person-unknown
 */
export async function linkForPerson(app: App, email: string): Promise<PersonLink & { readonly path: string }> {
  const access = accessOf(app);
  const wanted = email.trim().toLowerCase();
  const person = (await access.listPeople()).find((each) => each.email.toLowerCase() === wanted);
  if (person === undefined) throw new ClienteleError('access.person-unknown');
  const link = await access.linkFor(person.id, null);
  return { ...link, path: `/link#${link.token}` };
}

const accessOf = ({ control, effects }: App) => createAccess({ control, effects });
