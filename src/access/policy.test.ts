import { expect, test } from 'vitest';
import { type Role, roles, type Scope, scopes } from '../contract/index.ts';
import { type ErrorCode, errorCatalogue } from '../core/index.ts';
import { allowed, type Policy } from './policy.ts';
import { anonymous, type Principal, principalId, seesPersonalData } from './principal.ts';

const person = (role: Role, personalData: boolean): Principal => ({
  kind: 'person',
  person: 'p',
  email: 'p@shop.example',
  name: 'P',
  role,
  personalData,
  session: 's',
});
const key = (role: Role, personalData: boolean, given: readonly Scope[]): Principal => ({
  kind: 'key',
  key: 'k',
  name: 'K',
  person: 'p',
  role,
  personalData,
  scopes: given,
});
const route = (role: Role, scope: Scope): Policy => ({ role, scope });
const personalRoute = (role: Role, scope: Scope): Policy => ({ role, scope, personalData: 'required' });

const cases: readonly (readonly [string, Principal, Policy, true | ErrorCode])[] = [
  ['anybody may call what is public', anonymous, 'public', true],
  ['nobody in particular may not look', anonymous, route('viewer', 'read'), 'access.required'],
  ['nobody in particular has no account page', anonymous, 'session', 'access.required'],
  ['a viewer has an account page', person('viewer', false), 'session', true],
  ['a key has no account page, whatever its scopes', key('owner', true, scopes), 'session', 'access.session-only'],
  ['a viewer may look', person('viewer', false), route('viewer', 'read'), true],
  ['a viewer may not change', person('viewer', true), route('editor', 'write'), 'access.role'],
  ['an editor may change', person('editor', false), route('editor', 'write'), true],
  ['an editor may not administer', person('editor', true), route('owner', 'admin'), 'access.role'],
  ['an owner may do what an editor may', person('owner', false), route('editor', 'import'), true],
  ['an owner without the permission sees no personal data', person('owner', false), personalRoute('viewer', 'read'), 'access.personal-data'],
  ['a viewer with the permission sees personal data', person('viewer', true), personalRoute('viewer', 'read'), true],
  ['a key needs the scope of the route', key('owner', true, ['read']), route('editor', 'write'), 'access.scope'],
  ['a key with the scope may', key('editor', false, ['write']), route('editor', 'write'), true],
  ['no scope includes another', key('owner', true, ['write', 'admin']), route('viewer', 'read'), 'access.scope'],
  ['a key may no more than its person', key('viewer', true, scopes), route('editor', 'write'), 'access.role'],
  ['a key needs the scope for personal data', key('owner', true, ['read']), personalRoute('viewer', 'read'), 'access.personal-data'],
  [
    'a key needs its person’s permission for personal data',
    key('owner', false, ['read', 'personal_data']),
    personalRoute('viewer', 'read'),
    'access.personal-data',
  ],
  ['a key with both sees personal data', key('viewer', true, ['read', 'personal_data']), personalRoute('viewer', 'read'), true],
];

test.each(cases)('%s', (_, principal, policy, answer) => {
  expect(allowed(principal, policy)).toBe(answer);
});

test('every principal and every policy: yes exactly where role, scope and permission all suffice', () => {
  const subsets = Array.from({ length: 2 ** scopes.length }, (_, bits) => scopes.filter((_scope, index) => (bits >> index) % 2 === 1));
  const people = roles.flatMap((role) => [true, false].map((personalData) => person(role, personalData)));
  const keys = roles.flatMap((role) => [true, false].flatMap((personalData) => subsets.map((given) => key(role, personalData, given))));
  const policies: readonly Policy[] = [
    'public',
    'session',
    ...roles.flatMap((role) => scopes.flatMap((scope) => [route(role, scope), personalRoute(role, scope)])),
  ];
  const atLeast: Readonly<Record<Role, readonly Role[]>> = { viewer: ['viewer', 'editor', 'owner'], editor: ['editor', 'owner'], owner: ['owner'] };
  let yes = 0;
  for (const principal of [anonymous, ...people, ...keys]) {
    for (const policy of policies) {
      const answer = allowed(principal, policy) === true;
      const expected =
        policy === 'public' ||
        (policy === 'session'
          ? principal.kind === 'person'
          : principal.kind !== 'anonymous' &&
            atLeast[policy.role].includes(principal.role) &&
            (principal.kind === 'person' || principal.scopes.includes(policy.scope)) &&
            (policy.personalData === undefined || (principal.personalData && (principal.kind === 'person' || principal.scopes.includes('personal_data')))));
      expect(answer, JSON.stringify({ principal, policy })).toBe(expected);
      yes += Number(answer);
    }
  }
  expect(yes).toBeGreaterThan(1000);
});

test('what is missing is answered with 401 for nobody and 403 for somebody', () => {
  const refusals = cases.flatMap(([, principal, , answer]) => (answer === true ? [] : [[principal.kind, errorCatalogue[answer].status] as const]));
  expect(refusals.length).toBeGreaterThan(5);
  for (const [kind, status] of refusals) expect(status).toBe(kind === 'anonymous' ? 401 : 403);
});

test('nobody sees personal data without being somebody, and every asker has a name of their own', () => {
  expect(seesPersonalData(anonymous)).toBe(false);
  expect([anonymous, person('viewer', true), key('viewer', true, [])].map(principalId)).toEqual(['anonymous', 'person:p', 'key:k']);
});
