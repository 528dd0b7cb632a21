import type { Role } from '../../contract/index.ts';
import type { paths } from './schema.ts';

/** How a visitor stands to this workspace. */
export type SessionState = { readonly kind: 'no-owner' } | { readonly kind: 'signed-out' } | SignedIn;

export type SignedIn = {
  readonly kind: 'signed-in';
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role; readonly personalData: boolean };
  readonly workspace: WorkspaceFacts;
};

/** What formatters need, and whether there is anything to see yet. */
export type WorkspaceFacts = {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly empty: boolean;
  /** ISO 8601: the instant that counts are of; null before the first import. */
  readonly asOf: string | null;
  /** False while newer facts wait to be counted. */
  readonly refreshed: boolean;
  /** The newest fact, where it lies so far back that seen from now nearly everyone has gone. */
  readonly endsLongAgo: string | null;
  readonly version: string;
};

type Answer = paths['/api/v1/session']['get']['responses'][200]['content']['application/json'];

/** Without an owner there is nothing to sign in to; without a person there is nobody. */
export function sessionOf({ set_up, person, personal_data, workspace }: Answer): SessionState {
  if (set_up) return { kind: 'no-owner' };
  if (person === null || workspace === null) return { kind: 'signed-out' };
  const { id, name, email, role } = person;
  const { name: business, currency, zone, empty, as_of: asOf, refreshed, ends_long_ago: endsLongAgo, version } = workspace;
  return {
    kind: 'signed-in',
    person: { id, name, email, role, personalData: personal_data },
    workspace: { name: business, currency, zone, empty, asOf, refreshed, endsLongAgo, version },
  };
}
