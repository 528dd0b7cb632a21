import { expect, test } from 'vitest';
import { day, formatInstant, instant, minute, second } from '../core/index.ts';
import { owner, refusal, world } from './fixtures/world.ts';

test('a key is shown once, kept hashed, and acts for its person within its scopes', async () => {
  const { access, control } = await world();
  const { person } = await access.createFirstOwner(owner);
  const { key, api_key } = await access.createKey({ person: person.id, name: 'Stock sheet', scopes: ['export', 'read', 'read'] });
  expect(key).toMatch(/^clk_[0-9a-f]{12}_[0-9a-f]{64}$/);
  expect(api_key).toMatchObject({ name: 'Stock sheet', scopes: ['read', 'export'], status: 'active', used_at: null });
  expect(JSON.stringify(await control.selectFrom('api_keys').selectAll().execute())).not.toContain(key.split('_')[2]);
  expect(await access.principalOfKey(key)).toMatchObject({
    kind: 'key',
    key: api_key.id,
    person: person.id,
    role: 'owner',
    personalData: true,
    scopes: ['read', 'export'],
  });
});

test('anything but the whole key is nobody', async () => {
  const { access } = await world();
  const { person } = await access.createFirstOwner(owner);
  const { key } = await access.createKey({ person: person.id, name: 'k', scopes: ['read'] });
  const wrong = [
    key.slice(0, -1),
    `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
    key.toUpperCase(),
    ` ${key}`,
    `${key} `,
    '',
    'clk__',
    `clk_${'0'.repeat(12)}_${'0'.repeat(64)}`,
  ];
  for (const text of wrong) expect(await access.principalOfKey(text), text).toBeUndefined();
});

test('keys expire and are revoked', async () => {
  const { access, pass, context } = await world();
  const { person } = await access.createFirstOwner(owner);
  const expiresAt = instant(context.effects.now() + day);
  const { key, api_key } = await access.createKey({ person: person.id, name: 'k', scopes: ['read'], expiresAt });
  pass(day - second);
  expect(await access.principalOfKey(key)).toBeDefined();
  pass(second);
  expect(await access.principalOfKey(key)).toBeUndefined();
  expect(await access.listKeys(person.id)).toMatchObject([{ status: 'expired', used_at: '2026-01-01T23:59:00.000Z' }]);
  expect((await refusal(access.createKey({ person: person.id, name: 'k', scopes: ['read'], expiresAt }))).code).toBe('setting.invalid');
  const other = await access.createKey({ person: person.id, name: 'l', scopes: ['read'] });
  expect((await refusal(access.revokeKey(other.api_key.id, 'somebody else'))).code).toBe('access.key-unknown');
  expect((await access.revokeKey(other.api_key.id)).status).toBe('revoked');
  expect(await access.principalOfKey(other.key)).toBeUndefined();
  expect((await refusal(access.revokeKey('none'))).code).toBe('access.key-unknown');
  expect((await access.listKeys()).map(({ id }) => id)).toEqual([other.api_key.id, api_key.id]);
});

test('the last use is kept to the minute', async () => {
  const { access, pass, context } = await world();
  const { person } = await access.createFirstOwner(owner);
  const { key } = await access.createKey({ person: person.id, name: 'k', scopes: ['read'] });
  const used = async (): Promise<string | null | undefined> => (await access.listKeys())[0]?.used_at;
  pass(30 * second);
  await access.principalOfKey(key);
  expect(await used()).toBe('2026-01-01T00:00:00.000Z');
  pass(29 * second);
  await access.principalOfKey(key);
  expect(await used()).toBe('2026-01-01T00:00:00.000Z');
  pass(minute);
  await access.principalOfKey(key);
  expect(await used()).toBe('2026-01-01T00:01:00.000Z');
  expect(formatInstant(context.effects.now())).toBe('2026-01-01T00:01:59Z');
});
