import { expect, test } from 'vitest';
import { day, hour } from '../core/index.ts';
import { here, owner, ownerPassword, refusal, world } from './fixtures/world.ts';

test('the first visit makes the owner, of many at once only one', async () => {
  const { access } = await world();
  expect(await access.needsSetUp()).toBe(true);
  const answers = await Promise.allSettled([1, 2, 3].map((n) => access.createFirstOwner({ ...owner, email: `p${n}@shop.example` })));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await access.needsSetUp()).toBe(false);
  expect((await refusal(access.createFirstOwner(owner))).code).toBe('access.set-up');
  expect(await access.listPeople()).toMatchObject([{ role: 'owner', personal_data: true, status: 'active' }]);
});

test('signing in gives a fresh session and ends the one the browser came with', async () => {
  const { access, control } = await world();
  const first = await access.createFirstOwner(owner);
  expect(first.person.email).toBe('mira@shop.example');
  const again = await access.signIn({ email: ' MIRA@shop.example ', password: ownerPassword, from: here, previousToken: first.token });
  expect(again.token).toMatch(/^[0-9a-f]{64}$/);
  expect(again.token).not.toBe(first.token);
  expect(await access.principalOfSession(first.token)).toBeUndefined();
  expect(await access.principalOfSession(again.token)).toMatchObject({ kind: 'person', role: 'owner', session: again.session, name: 'Mira Stone' });
  // What the store holds opens nothing.
  const kept = JSON.stringify([await control.selectFrom('sessions').selectAll().execute(), await control.selectFrom('people').selectAll().execute()]);
  expect(kept).not.toContain(again.token);
  expect(kept).not.toContain(ownerPassword);
});

test('a token that somebody planted is never taken up', async () => {
  const { access } = await world();
  await access.createFirstOwner(owner);
  const planted = 'a'.repeat(64);
  const { token } = await access.signIn({ email: owner.email, password: ownerPassword, from: here, previousToken: planted });
  expect(token).not.toBe(planted);
  expect(await access.principalOfSession(planted)).toBeUndefined();
});

test('wrong password, unknown, invited and disabled accounts are answered alike', async () => {
  const { access } = await world();
  const { person } = await access.createFirstOwner(owner);
  await access.invitePerson({ email: 'ben@shop.example', name: 'Ben', role: 'viewer', personalData: false, by: person.id });
  const { token, person: ada } = await access.invitePerson({ email: 'ada@shop.example', name: 'Ada', role: 'editor', personalData: true, by: person.id });
  await access.useLink({ token, password: ownerPassword, agent: here.agent });
  await access.changePerson(ada.id, { disabled: true });
  const codes = await Promise.all(
    [
      ['mira@shop.example', 'not her password'],
      ['nobody@shop.example', ownerPassword],
      ['ben@shop.example', ''],
      ['ada@shop.example', ownerPassword],
      ['', ''],
    ].map(async ([email = '', password = '']) => (await refusal(access.signIn({ email, password, from: here }))).code),
  );
  expect(new Set(codes)).toEqual(new Set(['access.credentials']));
});

test('sessions end after 14 days unused and after 90 days whatever happens', async () => {
  const { access, pass } = await world();
  const { token, person } = await access.createFirstOwner(owner);
  for (let days = 13; days < 90; days += 13) {
    pass(13 * day);
    expect(await access.principalOfSession(token), `day ${days}`).toBeDefined();
  }
  // Day 78; the session is used every day, and over on day 90.
  pass(12 * day - hour);
  expect(await access.principalOfSession(token)).toBeDefined();
  expect(await access.listSessions(person.id, null)).toHaveLength(1);
  pass(hour);
  expect(await access.principalOfSession(token)).toBeUndefined();
  expect(await access.listSessions(person.id, null)).toEqual([]);

  const idle = await access.signIn({ email: owner.email, password: ownerPassword, from: here });
  pass(14 * day);
  expect(await access.principalOfSession(idle.token)).toBeUndefined();
});

test('sessions are listed and ended one by one or all others at once', async () => {
  const { access, pass } = await world();
  const first = await access.createFirstOwner(owner);
  const tokens: string[] = [];
  for (const agent of ['Phone', 'Tablet\u0000\u202E in the shop']) {
    pass(hour);
    tokens.push((await access.signIn({ email: owner.email, password: ownerPassword, from: { ...here, agent } })).token);
  }
  const listed = await access.listSessions(first.person.id, first.session);
  expect(listed.map(({ user_agent }) => user_agent)).toEqual(['Tablet in the shop', 'Phone', 'Test browser']);
  expect(listed.filter(({ current }) => current).map(({ id }) => id)).toEqual([first.session]);
  await access.endSession(first.person.id, listed[0]?.id ?? '');
  expect(await access.principalOfSession(tokens[1] ?? '')).toBeUndefined();
  expect((await refusal(access.endSession('somebody else', first.session))).code).toBe('access.session-unknown');
  expect(await access.endOtherSessions(first.person.id, first.session)).toBe(1);
  expect(await access.principalOfSession(first.token)).toBeDefined();
  await access.signOut(first.token);
  expect(await access.principalOfSession(first.token)).toBeUndefined();
});

test('a new password ends every session and begins another', async () => {
  const { access } = await world();
  const first = await access.createFirstOwner(owner);
  const other = await access.signIn({ email: owner.email, password: ownerPassword, from: here });
  const change = { person: first.person.id, current: ownerPassword, next: 'four green bottles', from: here };
  expect((await refusal(access.changePassword({ ...change, current: 'wrong password' }))).code).toBe('access.credentials');
  expect((await refusal(access.changePassword({ ...change, next: 'short' }))).code).toBe('access.password');
  const fresh = await access.changePassword(change);
  expect(await access.principalOfSession(first.token)).toBeUndefined();
  expect(await access.principalOfSession(other.token)).toBeUndefined();
  expect(await access.principalOfSession(fresh.token)).toBeDefined();
  expect((await refusal(access.signIn({ email: owner.email, password: ownerPassword, from: here }))).code).toBe('access.credentials');
  expect((await access.signIn({ email: owner.email, password: 'four green bottles', from: here })).person.id).toBe(first.person.id);
});
