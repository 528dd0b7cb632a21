import { noteUse } from './note-use.ts';
import { type ApiKey, type CreatedApiKey, type Scope, scopes } from '../contract/index.ts';
import { type ApiKeyRow, stamp } from '../control/index.ts';
import { ClienteleError, formatInstant, type Instant, instant, minute, parseInstant } from '../core/index.ts';
import { cleanLine } from './clean.ts';
import type { AccessContext } from './context.ts';
import { requirePerson } from './person.ts';
import type { Principal } from './principal.ts';
import { newToken, sameDigest, sha256 } from './token.ts';

export type NewKey = { readonly person: string; readonly name: string; readonly scopes: readonly Scope[]; readonly expiresAt?: Instant | undefined };

/**
 * Makes an API key `clk_PREFIX_SECRET` that acts for its person. The answer is the only place where the key ever stands.
 *
 * @throws access.person-unknown, setting.invalid
 */
export async function createKey(context: AccessContext, wanted: NewKey): Promise<CreatedApiKey> {
  const { control, effects } = context;
  const now = effects.now();
  await requirePerson(control, wanted.person);
  if (wanted.expiresAt !== undefined && wanted.expiresAt <= now) {
    throw new ClienteleError('setting.invalid', { name: 'expires_at', value: formatInstant(wanted.expiresAt), expected: 'Choose a time to come.' });
  }
  const prefix = effects.randomId().slice(0, 12);
  const secret = newToken(context);
  const row: ApiKeyRow = {
    id: effects.randomId(),
    prefix,
    secret_sha256: sha256(secret),
    person: wanted.person,
    name: cleanLine(wanted.name) || prefix,
    scopes: JSON.stringify(scopes.filter((scope) => wanted.scopes.includes(scope))),
    created_at: stamp(now),
    expires_at: wanted.expiresAt === undefined ? null : stamp(wanted.expiresAt),
    used_at: null,
    revoked_at: null,
  };
  await control.insertInto('api_keys').values(row).execute();
  return { key: `clk_${prefix}_${secret}`, api_key: keyFrom(row, now) };
}

/** Who a key acts for; undefined when it is none, wrong, expired or revoked, or its person is disabled. */
export async function principalOfKey({ control, effects }: AccessContext, key: string): Promise<Principal | undefined> {
  const [, prefix, secret] = /^clk_([0-9a-f]{12})_([0-9a-f]{64})$/.exec(key) ?? [];
  if (prefix === undefined || secret === undefined) return undefined;
  const row = await control
    .selectFrom('api_keys')
    .innerJoin('people', 'people.id', 'api_keys.person')
    .selectAll('api_keys')
    .select(['people.role', 'people.personal_data', 'people.disabled_at', 'people.password'])
    .where('api_keys.prefix', '=', prefix)
    .executeTakeFirst();
  const now = effects.now();
  if (row === undefined || !sameDigest(sha256(secret), row.secret_sha256)) return undefined;
  if (row.disabled_at !== null || keyStatus(row, now) !== 'active') return undefined;
  if (row.used_at === null || now - (parseInstant(row.used_at) ?? 0) >= minute) {
    const minuteOfUse = stamp(instant(now - (now % minute)));
    await noteUse(() => control.updateTable('api_keys').set({ used_at: minuteOfUse }).where('id', '=', row.id).execute());
  }
  return {
    kind: 'key',
    key: row.id,
    name: row.name,
    person: row.person,
    role: row.role,
    personalData: row.personal_data === 1,
    scopes: readScopes(row.scopes),
  };
}

/** Keys of one person, or of everybody, newest first. */
export async function listKeys({ control, effects }: AccessContext, person?: string): Promise<readonly ApiKey[]> {
  const all = control.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').orderBy('id');
  const rows = await (person === undefined ? all : all.where('person', '=', person)).execute();
  return rows.map((row) => keyFrom(row, effects.now()));
}

/** Ends a key for good; one that is revoked already stays as it is. `person` confines it to that person's keys. @throws access.key-unknown */
export async function revokeKey({ control, effects }: AccessContext, id: string, person?: string): Promise<ApiKey> {
  const row = await control.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || (person !== undefined && row.person !== person)) throw new ClienteleError('access.key-unknown');
  const revoked = { ...row, revoked_at: row.revoked_at ?? stamp(effects.now()) };
  await control.updateTable('api_keys').set({ revoked_at: revoked.revoked_at }).where('id', '=', id).execute();
  return keyFrom(revoked, effects.now());
}

function keyFrom(row: ApiKeyRow, now: Instant): ApiKey {
  const { id, name, prefix, person, created_at, expires_at, used_at, revoked_at } = row;
  return { id, name, prefix, person, scopes: readScopes(row.scopes), status: keyStatus(row, now), created_at, expires_at, used_at, revoked_at };
}

function keyStatus(row: Pick<ApiKeyRow, 'expires_at' | 'revoked_at'>, now: Instant): ApiKey['status'] {
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at !== null && row.expires_at <= stamp(now) ? 'expired' : 'active';
}

function readScopes(text: string): readonly Scope[] {
  const kept: unknown = JSON.parse(text);
  return scopes.filter((scope) => Array.isArray(kept) && kept.includes(scope));
}
