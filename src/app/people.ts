import { existsSync } from 'node:fs';
import { createAccess } from '../access/index.ts';
import type { PersonLink, TeamPerson } from '../contract/index.ts';
import { openControl } from '../control/index.ts';
import { ClienteleError, type Effects } from '../core/index.ts';
import { dataFolder } from './folder.ts';
import type { App } from './open.ts';

// For whoever sits at the machine: they hold the data anyway, so they may let a person back in.

/** Everybody who may sign in. */
export const listPeople = (app: Doors): Promise<readonly TeamPerson[]> => accessOf(app).listPeople();

/**
 * A link with which a person chooses a new password, also for a sole owner who has forgotten theirs.
 *
 * @throws access.person-unknown
 */
export async function linkForPerson(app: Doors, email: string): Promise<PersonLink & { readonly path: string }> {
  const access = accessOf(app);
  const wanted = email.trim().toLowerCase();
  const person = (await access.listPeople()).find((each) => each.email.toLowerCase() === wanted);
  if (person === undefined) throw new ClienteleError('access.person-unknown');
  const link = await access.linkFor(person.id, null);
  return { ...link, path: `/link#${link.token}` };
}

/** The operational store alone, which a running server shares: whoever has locked themselves out need not stop it. */
export async function withDoors<T>(root: string, effects: Effects, work: (doors: Doors) => Promise<T>): Promise<T> {
  const { control: file } = dataFolder(root);
  if (!existsSync(file)) throw new ClienteleError('workspace.missing', { folder: root });
  const control = await openControl(file);
  try {
    return await work({ control, effects });
  } finally {
    await control.destroy();
  }
}

type Doors = Pick<App, 'control' | 'effects'>;

const accessOf = ({ control, effects }: Doors) => createAccess({ control, effects });
