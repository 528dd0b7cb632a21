import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, hour, minute, second } from '../core/index.ts';
import { addressGroup } from './back-off.ts';
import { createAccess } from './create-access.ts';
import { here, owner, ownerPassword, refusal, world } from './fixtures/world.ts';

const attempt = { account: 'mira@shop.example', address: here.address };

test('five attempts are free, then each further one must wait twice as long, up to 15 minutes', async () => {
  const { access, pass } = await world();
  const waits: number[] = [];
  for (let n = 0; n < 30; n += 1) {
    const { extra } = await refusal(access.beginAttempt({ ...attempt, address: `198.51.100.${n}` }));
    const wait = Number(extra['retry_after'] ?? 0);
    waits.push(wait);
    pass(wait * second);
  }
  // Each wait is followed by the attempt that was waited for.
  const afterFree = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900].flatMap((wait) => [wait, 0]);
  expect(waits).toEqual([0, 0, 0, 0, 0, ...afterFree, 900]);
});

test('an address is held back over all accounts, with more patience', async () => {
  const { access, pass } = await world();
  for (let n = 0; n < 20; n += 1) await access.beginAttempt({ account: `a${n}@shop.example`, address: here.address });
  expect(await refusal(access.beginAttempt({ account: 'fresh@shop.example', address: here.address }))).toEqual({
    code: 'access.back-off',
    extra: { retry_after: 1 },
  });
  expect((await refusal(access.beginAttempt({ account: 'fresh@shop.example', address: '203.0.113.9' }))).code).toBe('none');
  pass(hour);
  for (let n = 0; n < 19; n += 1) await access.beginAttempt({ account: `b${n}@shop.example`, address: here.address });
});

test('attempts at once gain nothing', async () => {
  const { access } = await world();
  const codes = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => (await refusal(access.beginAttempt({ ...attempt, address: `198.51.100.${n}` }))).code),
  );
  expect(codes.filter((code) => code === 'none')).toHaveLength(5);
});

test('a held-back account is told so before its password is looked at, whether it exists or not, also after a restart', async () => {
  const { access, context } = await world();
  await access.createFirstOwner(owner);
  for (const email of ['mira@shop.example', 'nobody@shop.example']) {
    for (let n = 0; n < 5; n += 1) await access.beginAttempt({ account: email, address: `198.51.100.${n}` });
    const answer = await refusal(createAccess(context).signIn({ email, password: ownerPassword, from: here }));
    expect(answer, email).toEqual({ code: 'access.back-off', extra: { retry_after: 1 } });
  }
});

test('a success wipes the slate', async () => {
  const { access } = await world();
  await access.createFirstOwner(owner);
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 4; n += 1) await access.beginAttempt(attempt);
    await access.signIn({ email: attempt.account, password: ownerPassword, from: here });
  }
  expect((await refusal(access.beginAttempt(attempt))).code).toBe('none');
});

test('addresses and accounts stand in the store only hashed', async () => {
  const { access, control } = await world();
  await access.beginAttempt(attempt);
  const kept = await control.selectFrom('access_failures').selectAll().execute();
  expect(kept).toHaveLength(2);
  expect(kept.every(({ subject }) => /^[0-9a-f]{64}$/.test(subject))).toBe(true);
});

test('neighbours in one IPv6 network count as one', () => {
  expect(addressGroup('2001:db8:0:12::1')).toBe('2001:db8:0:12::/64');
  expect(addressGroup('2001:0DB8::12:ffff:1:2:3')).toBe(addressGroup('2001:db8:0:12::9'));
  expect(addressGroup('::1')).toBe('0:0:0:0::/64');
  expect(addressGroup('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(addressGroup('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(addressGroup('unknown')).toBe('unknown');
});

test('whoever guesses, from wherever and whenever: an account lets in at most 5 + 10 + one in 15 minutes a day, and waiting as told always suffices', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ pause: fc.oneof(fc.nat(5), fc.nat(2000)), address: fc.nat(300), honest: fc.boolean() }), { maxLength: 120 }),
      async (steps) => {
        const { access, pass, context, control } = await world();
        const began = context.effects.now();
        let admitted = 0;
        for (const { pause, address, honest } of steps) {
          pass(pause * second);
          const who = { account: attempt.account, address: `198.18.${address >> 8}.${address % 256}` };
          const { code, extra } = await refusal(access.beginAttempt(who));
          if (code === 'none') admitted += 1;
          else if (honest) {
            pass(Number(extra['retry_after']) * second);
            await access.beginAttempt(who);
            admitted += 1;
          }
        }
        const elapsed = context.effects.now() - began;
        await control.destroy();
        const days = 1 + Math.floor(elapsed / day);
        expect(admitted).toBeLessThanOrEqual(days * 15 + Math.ceil(elapsed / (15 * minute)));
      },
    ),
    { numRuns: 25 },
  );
});
