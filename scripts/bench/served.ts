import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `clientele serve` as its own process, with an API key for everything. */
export type Served = {
  readonly url: string;
  /** The session of the owner, as a header. */
  readonly cookie: string;
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, body: unknown) => Promise<unknown>;
  readonly upload: (path: string, file: string) => Promise<unknown>;
  /** High-water mark of the resident set. */
  readonly peakMegabytes: () => number;
  readonly stop: () => Promise<void>;
};

const project = join(import.meta.dirname, '../..');
export const owner = { email: 'owner@example.org', password: 'only for the benchmark' };

export async function serveFolder(data: string): Promise<Served> {
  const child = spawn(join(project, 'bin/clientele'), ['serve', '--data', data, '--port', '0', '--log', 'error'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await said(child, /at (http:\S+)/);
  const cookie = await signIn(url);
  const call = async (method: string, path: string, body?: string | Buffer, type = 'application/json'): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  return {
    url,
    cookie,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, JSON.stringify(body)),
    upload: (path, file) => call('POST', path, readFileSync(file), 'application/octet-stream'),
    peakMegabytes: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024,
    stop: () => ended(child),
  };
}

async function signIn(url: string): Promise<string> {
  const send = (path: string, body: object) =>
    fetch(`${url}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const first = await send('/session/owner', { ...owner, name: 'Owner' });
  const response = first.ok ? first : await send('/session', owner);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function said(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      const found = wanted.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
