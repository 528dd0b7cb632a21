import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Role, roles } from '../contract/index.ts';
import { day } from '../core/index.ts';
import { here, owner, ownerPassword, refusal, type World, world } from './fixtures/world.ts';

async function withTeam(): Promise<World & { readonly mira: string; readonly ben: string; readonly benToken: string }> {
  const made = await world();
  const { person } = await made.access.createFirstOwner(owner);
  const link = await made.access.invitePerson({ email: 'ben@shop.example', name: 'Ben', role: 'editor', personalData: false, by: person.id });
  const { token } = await made.access.useLink({ token: link.token, password: 'red kites over Wales', agent: here.agent });
  return { ...made, mira: person.id, ben: link.person.id, benToken: token };
}

test('an invitation works once and within 7 days', async () => {
  const { access, pass, control } = await world();
  const { person } = await access.createFirstOwner(owner);
  const invitation = { email: 'Ben@shop.example', name: '', role: 'viewer', personalData: false, by: person.id } as const;
  const link = await access.invitePerson(invitation);
  expect(link).toMatchObject({ purpose: 'invite', person: { status: 'invited', name: 'ben@shop.example', personal_data: false } });
  expect(JSON.stringify(await control.selectFrom('person_links').selectAll().execute())).not.toContain(link.token);
  expect((await refusal(access.invitePerson(invitation))).code).toBe('access.email-taken');
  expect(await access.readLink(link.token)).toEqual({ purpose: 'invite', email: 'ben@shop.example', name: 'ben@shop.example' });

  expect((await refusal(access.useLink({ token: link.token, password: 'ben', agent: '' }))).code).toBe('access.password');
  const both = [1, 2].map(() => access.useLink({ token: link.token, password: 'red kites over Wales', name: 'Ben Hill', agent: '' }));
  expect((await Promise.all(both.map(refusal))).map(({ code }) => code).toSorted()).toEqual(['access.link', 'none']);
  expect((await access.readPerson(link.person.id)).name).toBe('Ben Hill');

  const late = await access.invitePerson({ ...invitation, email: 'late@shop.example' });
  pass(7 * day);
  expect((await refusal(access.readLink(late.token))).code).toBe('access.link');
  const newer = await access.linkFor(late.person.id, person.id);
  expect(newer.purpose).toBe('invite');
  expect((await refusal(access.readLink(newer.token))).code).toBe('none');
});

test('a reset link sets a password once, ends sessions, and the newest link alone works', async () => {
  const { access, ben, mira, benToken, pass } = await withTeam();
  const first = await access.linkFor(ben, mira);
  const second = await access.linkFor(ben, mira);
  expect(second.purpose).toBe('reset');
  expect((await refusal(access.readLink(first.token))).code).toBe('access.link');
  expect(await access.principalOfSession(benToken)).toBeDefined();
  await access.useLink({ token: second.token, password: 'blue whales in winter', agent: '' });
  expect(await access.principalOfSession(benToken)).toBeUndefined();
  expect((await refusal(access.useLink({ token: second.token, password: 'blue whales in winter', agent: '' }))).code).toBe('access.link');
  const third = await access.linkFor(ben, mira);
  pass(day);
  expect((await refusal(access.readLink(third.token))).code).toBe('access.link');
});

test('the last owner who can sign in stays one', async () => {
  const { access, mira, ben } = await withTeam();
  await access.invitePerson({ email: 'invited@shop.example', name: 'I', role: 'owner', personalData: true, by: mira });
  for (const change of [{ role: 'editor' }, { disabled: true }] as const)
    expect((await refusal(access.changePerson(mira, change))).code).toBe('access.last-owner');
  expect((await refusal(access.removePerson(mira))).code).toBe('access.last-owner');
  await access.changePerson(ben, { role: 'owner' });
  // Two owners who demote each other at once: one of them remains.
  const codes = await Promise.all([refusal(access.changePerson(mira, { role: 'viewer' })), refusal(access.changePerson(ben, { role: 'viewer' }))]);
  expect(codes.map(({ code }) => code).toSorted()).toEqual(['access.last-owner', 'none']);
});

test('whatever is changed and removed, also at once: somebody who can sign in is an owner', async () => {
  const step = fc.record({
    who: fc.nat(4),
    role: fc.option(fc.constantFrom<Role>(...roles), { nil: undefined }),
    disabled: fc.option(fc.boolean(), { nil: undefined }),
    remove: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 12 }), async (rounds) => {
      const { access, control } = await world();
      for (let n = 0; n < 5; n += 1) {
        // The last of them has not taken up the invitation.
        const row = { id: `p${n}`, email: `p${n}@shop.example`, name: 'P', role: 'owner', personal_data: 1, password: n === 4 ? null : 'hash' } as const;
        await control
          .insertInto('people')
          .values({ ...row, created_at: '', last_seen_at: null, disabled_at: null })
          .execute();
      }
      for (const together of rounds) {
        await Promise.all(
          together.map(({ who, role, disabled, remove }) =>
            refusal(remove ? access.removePerson(`p${who}`) : access.changePerson(`p${who}`, { role, disabled })),
          ),
        );
        const people = await control.selectFrom('people').selectAll().execute();
        expect(people.some((each) => each.role === 'owner' && each.disabled_at === null && each.password !== null)).toBe(true);
      }
      await control.destroy();
    }),
    { numRuns: 50 },
  );
});

test('disabling ends sessions, links and keys for as long as it lasts; removing for good', async () => {
  const { access, mira, ben, benToken } = await withTeam();
  const { key } = await access.createKey({ person: ben, name: 'till', scopes: ['read'] });
  const link = await access.linkFor(ben, mira);
  await access.changePerson(ben, { disabled: true });
  expect(await access.principalOfSession(benToken)).toBeUndefined();
  expect(await access.principalOfKey(key)).toBeUndefined();
  expect((await refusal(access.useLink({ token: link.token, password: ownerPassword, agent: '' }))).code).toBe('access.link');
  await access.changePerson(ben, { disabled: false });
  expect(await access.principalOfSession(benToken)).toBeUndefined();
  expect(await access.principalOfKey(key)).toBeDefined();
  await access.removePerson(ben);
  expect(await access.principalOfKey(key)).toBeUndefined();
  expect((await refusal(access.readPerson(ben))).code).toBe('access.person-unknown');
});

test('changes count at once, and wrong ones are refused', async () => {
  const { access, ben, benToken } = await withTeam();
  await access.changePerson(ben, { role: 'viewer', personalData: true, name: ' Ben\nHill ', email: 'BEN.hill@shop.example' });
  expect(await access.principalOfSession(benToken)).toMatchObject({ role: 'viewer', personalData: true, name: 'Ben Hill', email: 'ben.hill@shop.example' });
  expect((await refusal(access.changePerson(ben, { email: 'mira@shop.example' }))).code).toBe('access.email-taken');
  for (const email of ['', 'ben', 'a b@c.d', '<b@c.de>', `${'x'.repeat(250)}@c.de`])
    expect((await refusal(access.changePerson(ben, { email }))).code).toBe('access.email');
});
