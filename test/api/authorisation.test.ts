import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles, scopes } from '../../src/contract/index.ts';
import { type Answer, type Call, caller, cookieOf, startTestServer, type TestServer } from '../test-server.ts';
import { expectedPolicies } from './expected-policies.ts';

// Every route of the document, by everybody: each role with and without sight of personal data, each of their keys with one scope
// alone, and nobody. What the policy says is worked out here from its words, not by the server's own function.

type Rights = {
  readonly who: string;
  readonly role: (typeof roles)[number] | null;
  readonly scope: (typeof scopes)[number] | 'all' | null;
  readonly personal: boolean;
  readonly call: Call;
};
type Operation = { readonly method: string; readonly path: string; readonly policy: unknown; readonly stream: boolean };

let server: TestServer;
let everybody: readonly Rights[];
let operations: readonly Operation[];

beforeAll(async () => {
  server = await startTestServer('empty');
  operations = await readOperations();
  everybody = await makeEverybody();
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

test('every route has a policy that somebody wrote down on purpose', () => {
  const found = Object.fromEntries(operations.map(({ method, path, policy }) => [`${method} ${path}`, policy]));
  expect(found).toEqual(expectedPolicies);
});

test('every route lets in whom its policy names, and nobody else', async () => {
  const wrong: string[] = [];
  for (const operation of operations) {
    const ask = async (rights: Rights): Promise<void> => {
      const expected = mayCall(rights, operation.policy);
      // An open stream of events would never end.
      if (expected && operation.stream) return;
      if (expected && tooMuch.has(`${operation.method} ${operation.path}`)) return;
      const { status, body } = await rights.call(operation.method, filled(operation.path), operation.method === 'GET' ? undefined : {});
      const refused = (status === 401 || status === 403) && String((body as { readonly code?: string } | undefined)?.code).startsWith('access.');
      const allowedAnyway = status === 401 && (body as { readonly code?: string }).code === 'access.credentials';
      if ((refused && !allowedAnyway) === expected) wrong.push(`${operation.method} ${operation.path} by ${rights.who}: ${status}`);
    };
    // Who only reads or is turned away changes nothing and need not wait for the others; who may write does so alone.
    const [alone, together] = partition(everybody, (rights) => operation.method !== 'GET' && mayCall(rights, operation.policy));
    await Promise.all(together.map(ask));
    for (const rights of alone) await ask(rights);
  }
  expect(wrong).toEqual([]);
}, 300_000);

const partition = <T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(test),
  all.filter((one) => !test(one)),
];

/** Calls that need nothing and do a lot: signing out would end the sessions that the other calls are made with. */
const tooMuch = new Set(['DELETE /session', 'POST /example-shop', 'DELETE /example-shop']);

function mayCall({ role, scope, personal }: Rights, policy: unknown): boolean {
  if (policy === 'public') return true;
  if (role === null) return false;
  if (policy === 'session') return scope === 'all';
  const needed = policy as { readonly role: (typeof roles)[number]; readonly scope: (typeof scopes)[number]; readonly personalData?: string };
  const ranks = { viewer: 0, editor: 1, owner: 2 };
  if (ranks[role] < ranks[needed.role]) return false;
  if (scope !== 'all' && scope !== needed.scope) return false;
  return needed.personalData !== 'required' || (personal && (scope === 'all' || scope === 'personal_data'));
}

/** Something stands for every parameter; what it names is not there. */
const filled = (path: string): string => path.replaceAll(/\{\w+\}/g, 'nothing-of-that-name');

async function readOperations(): Promise<readonly Operation[]> {
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    readonly paths: Readonly<
      Record<string, Readonly<Record<string, { readonly 'x-policy': unknown; readonly responses: Readonly<Record<string, { readonly content: object }>> }>>>
    >;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', ''),
      policy: operation['x-policy'],
      stream: 'text/event-stream' in (operation.responses['200']?.content ?? {}),
    })),
  );
}

async function makeEverybody(): Promise<readonly Rights[]> {
  const found: Rights[] = [{ who: 'nobody', role: null, scope: null, personal: false, call: server.anonymous }];
  for (const role of roles) {
    for (const personal of [true, false]) {
      const name = `${role}${personal ? ' with' : ' without'} personal data`;
      const invited = bodyOf(await server.owner('POST', '/people', { email: `${role}-${personal}@example.org`, name, role, personal_data: personal })) as {
        readonly token: string;
      };
      const cookie = cookieOf(await server.anonymous('POST', '/links/use', { token: invited.token, password: `what a ${name} would choose` }));
      const call = caller(server.url, { cookie });
      found.push({ who: name, role, scope: 'all', personal, call });
      for (const scope of scopes) {
        const { key } = bodyOf(await call('POST', '/keys', { name: scope, scopes: [scope] })) as { readonly key: string };
        found.push({ who: `${name}'s key for ${scope}`, role, scope, personal, call: caller(server.url, { authorization: `Bearer ${key}` }) });
      }
    }
  }
  return found;
}

function bodyOf({ status, body, text }: Answer): unknown {
  if (status >= 400) throw new Error(text);
  return body;
}
