import { type Attempt, type AttemptTicket, beginAttempt, succeedAttempt } from './back-off.ts';
import type { AccessContext } from './context.ts';
import { createFirstOwner, type FirstOwner, needsSetUp } from './first-owner.ts';
import { createKey, listKeys, type NewKey, revokeKey } from './keys.ts';
import { knownKeys } from './known-keys.ts';
import { type Invitation, invitePerson, linkFor, type LinkUse, readLink, useLink } from './links.ts';
import { changePerson, listPeople, type PersonChange, readPerson, removePerson } from './people.ts';
import { workspaceTag } from './secret.ts';
import { endOtherSessions, endSession, listSessions, principalOfSession, signOut } from './sessions.ts';
import { changePassword, type PasswordChange, type SignIn, signIn } from './sign-in.ts';

export type Access = ReturnType<typeof createAccess>;

/** Everything about people and their ways in, over one workspace. The functions are described where they are written. */
export function createAccess(context: AccessContext) {
  const keys = knownKeys(context);
  /** Forgets what is known of keys before and after: a lookup that overlaps the change is not kept. */
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    keys.changed();
    return change.finally(keys.changed);
  };
  return Object.freeze({
    workspaceTag: () => workspaceTag(context),
    needsSetUp: () => needsSetUp(context),
    createFirstOwner: (owner: FirstOwner) => createFirstOwner(context, owner),
    signIn: (request: SignIn) => signIn(context, request),
    signOut: (token: string) => signOut(context, token),
    changePassword: (change: PasswordChange) => changing(changePassword(context, change)),
    principalOfSession: (token: string) => principalOfSession(context, token),
    principalOfKey: (key: string) => keys.principalOf(key),
    listSessions: (person: string, current: string | null) => listSessions(context, person, current),
    endSession: (person: string, id: string) => endSession(context, person, id),
    endOtherSessions: (person: string, except: string) => endOtherSessions(context, person, except),
    listPeople: () => listPeople(context),
    readPerson: (id: string) => readPerson(context, id),
    changePerson: (id: string, change: PersonChange) => changing(changePerson(context, id, change)),
    removePerson: (id: string) => changing(removePerson(context, id)),
    invitePerson: (invitation: Invitation) => invitePerson(context, invitation),
    linkFor: (person: string, by: string | null) => linkFor(context, person, by),
    readLink: (token: string) => readLink(context, token),
    useLink: (use: LinkUse) => changing(useLink(context, use)),
    createKey: (key: NewKey) => createKey(context, key),
    listKeys: (person?: string) => listKeys(context, person),
    revokeKey: (id: string, person?: string) => changing(revokeKey(context, id, person)),
    /** For ways in beyond these, such as a guessable code. */
    beginAttempt: (attempt: Attempt) => beginAttempt(context, attempt),
    succeedAttempt: (ticket: AttemptTicket) => succeedAttempt(context, ticket),
  });
}
