import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ServeOptions, type Serving, serve } from '../src/api/index.ts';
import { openApp, realEffects } from '../src/app/index.ts';
import { exampleWorkspace } from './example-workspace.ts';
import { keepLog } from './test-log.ts';
import { trainedWorkspace } from './trained-workspace.ts';

/** Another build may be tried without touching the one that is served. */
const web = process.env.CLIENTELE_TEST_WEB ?? resolve(import.meta.dirname, '../dist/web');

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: unknown };
export type Call = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

export type TestServer = {
  readonly url: string;
  readonly folder: string;
  readonly service: Serving['service'];
  /** Calls the API as nobody. */
  readonly anonymous: Call;
  /** Calls it as the owner, `owner@example.org`. */
  readonly owner: Call;
  readonly ownerCookie: string;
  /** Ends the server and leaves its folder, to start another on it. Throws where it logged an error that was not expected. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export type TestServerOptions = Pick<ServeOptions, 'inbox'> & {
  /** What the server logs because the test provokes it: each line that matches. Any other error fails the test's file. */
  readonly expects?: RegExp;
};

export const ownerPassword = 'a horse of another colour';

/** A server on a workspace of its own: empty, with nobody in it yet, with the example shop, that with models that have learnt, or the folder that an earlier one left. */
export async function startTestServer(
  on: 'empty' | 'unclaimed' | 'example' | 'trained' | { readonly folder: string },
  { expects, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const log = keepLog(expects);
  const folder = await folderOf(on);
  const app = await openApp(
    folder,
    realEffects(() => undefined),
    { create: {} },
  );
  const serving = await serve(app, {
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    webFolder: existsSync(web) ? web : undefined,
    manualFolder: resolve(import.meta.dirname, '../docs'),
    trustProxy: false,
    logLevel: 'warn',
    logTo: log,
    ...options,
  });
  const anonymous = caller(serving.url, {});
  const owner = { email: 'owner@example.org', password: ownerPassword };
  const signed =
    typeof on === 'object'
      ? await anonymous('POST', '/session', owner)
      : on === 'unclaimed'
        ? await anonymous('GET', '/session')
        : await anonymous('POST', '/session/owner', { ...owner, name: 'Olive Owner' });
  const ownerCookie = cookieOf(signed);
  return {
    url: serving.url,
    folder,
    service: serving.service,
    anonymous,
    owner: caller(serving.url, { cookie: ownerCookie }),
    ownerCookie,
    stop: async () => {
      await serving.stop();
      await app.close();
      log.check();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function folderOf(on: Parameters<typeof startTestServer>[0]): Promise<string> {
  if (typeof on === 'object') return on.folder;
  if (on === 'example') return exampleWorkspace();
  if (on === 'trained') return trainedWorkspace();
  return mkdtemp(join(tmpdir(), 'clientele-test-'));
}

/** Calls below `/api/v1` with these headers; JSON bodies go out as such, `Uint8Array` and text as octets. */
export function caller(url: string, always: Readonly<Record<string, string>>): Call {
  return async (method, path, body, headers = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }), ...always, ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: json && text !== '' ? (JSON.parse(text) as unknown) : undefined };
  };
}

/** The session cookie that an answer sets, as a `cookie` header. */
export const cookieOf = (answer: Answer): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** The write key of a live source: what stands in the snippet, in a client's settings, in a hook's address. */
export const writeKeyOf = async (server: Pick<TestServer, 'owner'>, slug: string): Promise<string> =>
  ((await server.owner('GET', `/live-sources/${slug}/keys`)).body as { readonly items: readonly { readonly key: string }[] }).items[0]?.key ?? '';
