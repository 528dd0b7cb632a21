import { expect, test } from 'vitest';
import { formatHash, parseHash } from './format.ts';
import { hashPassword, isOutdated, verifyPassword } from './hash.ts';
import { checkPassword } from './rules.ts';

// The reference implementation of argon2 (phc-winner-argon2, src/test.c), and RFC 7914 section 12 (N = 1024, r = 8, p = 16).
const unpadded = (hex: string): string => Buffer.from(hex, 'hex').toString('base64').replaceAll('=', '');
const argon2Reference = `$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$${unpadded('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')}`;
const scryptTag = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640';
const scryptReference = `$scrypt$ln=10,r=8,p=16$TmFDbA$${unpadded(scryptTag)}`;

test('published hashes are understood', async () => {
  expect(await verifyPassword('password', argon2Reference)).toBe(true);
  expect(await verifyPassword('Password', argon2Reference)).toBe(false);
  expect(await verifyPassword('password', scryptReference)).toBe(true);
  expect(await verifyPassword('password ', scryptReference)).toBe(false);
});

test('a password verifies against its own hash only, however its accents are written', async () => {
  const hash = await hashPassword('crème brûlée on Sunday');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('crème brûlée on Sunday'.normalize('NFD'), hash)).toBe(true);
  expect(await verifyPassword('creme brulee on Sunday', hash)).toBe(false);
  expect(await hashPassword('crème brûlée on Sunday')).not.toBe(hash);
});

test('without a hash, or with a broken one, no password is right', async () => {
  expect(await verifyPassword('anything at all', null)).toBe(false);
  expect(await verifyPassword('', '')).toBe(false);
  expect(await verifyPassword('anything at all', '$argon2id$v=19$m=1$x')).toBe(false);
});

test('the text of a hash holds all of it', () => {
  for (const text of [argon2Reference, scryptReference]) {
    const parsed = parseHash(text);
    expect(parsed === undefined ? undefined : formatHash(parsed)).toBe(text);
  }
});

test('hashes with other parameters are outdated', async () => {
  expect(isOutdated(argon2Reference)).toBe(true);
  expect(isOutdated(scryptReference)).toBe(true);
  expect(isOutdated(await hashPassword('tall ships sail at noon'))).toBe(false);
});

const ann = { email: 'ann.walker@tea-shop.example', name: 'Ann Walker' };

test.each([
  ['ninechars', /fewer than 10/],
  ['🦊🦊🦊🦊🦊🦊🦊🦊🦊', /fewer than 10/],
  ['x'.repeat(300), /more than 256/],
  ['Password123', /commonest/],
  ['qwertyuiop', /commonest/],
  ['ann.walker@tea-shop.example', /your e-mail/],
  ['AnnWalker2026', /your name/],
  ['clientele2026', /program/],
  ['aaaaaaaaaaaa', /repeats/],
  ['abababababab', /repeats/],
  ['6789012345', /counts on/],
  ['mnopqrstuvw', /counts on/],
])('%s is refused', (password, why) => {
  expect(() => checkPassword(password, ann)).toThrow(why);
});

test.each(['tall ships sail at noon', 'kettleblue', '雨が降る日は紅茶を飲む', 'x9$kQ2!mvv7', 'ann likes walking far'])('%s is fine', (password) => {
  expect(() => checkPassword(password, ann)).not.toThrow();
});
