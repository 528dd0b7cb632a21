import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type Call, caller, cookieOf, ownerPassword } from './test-server.ts';

export type ServedProcess = {
  readonly url: string;
  readonly port: number;
  readonly call: Call;
  /** Ends it as a power cut does; resolves once it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, as a system does that shuts down; resolves once it is gone. */
  readonly stop: () => Promise<void>;
};

/** `clientele serve` on this folder as a process of its own, that can be killed. Port 0 is any free one. */
export async function startServed(folder: string, port = 0): Promise<ServedProcess> {
  const program = resolve(import.meta.dirname, '../src/cli/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve', '--data', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise<string>((found, failed) => {
    child.once('exit', () => failed(new Error('the server did not start')));
    child.stdout.on('data', (text: Buffer) => {
      const address = /http:\/\/\S+/.exec(text.toString())?.[0];
      if (address !== undefined) found(address);
    });
  });
  const end = (signal: 'SIGKILL' | 'SIGTERM') => (): Promise<void> =>
    new Promise<void>((gone) => {
      child.once('exit', () => gone());
      child.kill(signal);
    });
  return { url, port: Number(new URL(url).port), call: caller(url, {}), kill: end('SIGKILL'), stop: end('SIGTERM') };
}

/** The first visitor of an empty workspace: how to call the API as its owner, and the cookie for a browser. */
export async function firstOwner({ url, call }: Pick<ServedProcess, 'url' | 'call'>): Promise<{ readonly cookie: string; readonly call: Call }> {
  const cookie = cookieOf(await call('POST', '/session/owner', { email: 'owner@example.org', password: ownerPassword, name: 'Olive Owner' }));
  return { cookie, call: caller(url, { cookie }) };
}
