import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { caller, cookieOf, ownerPassword } from '../test-server.ts';

const program = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** `clientele serve` as a process of its own, that can be killed as a power cut would. */
export type RealServer = { readonly url: string; readonly port: number; readonly kill: () => Promise<void> };

export async function startRealServer(folder: string, port = 0): Promise<RealServer> {
  const args = ['--disable-warning=ExperimentalWarning', program, 'serve', '--data', folder, '--port', String(port), '--log', 'error'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await said(child, /at (http:\S+)/);
  return {
    url,
    port: Number(new URL(url).port),
    kill: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

/** The first visitor of an empty workspace: how to call the API as its owner, and the cookie for a browser. */
export async function firstOwner(url: string) {
  const owner = { email: 'owner@example.org', password: ownerPassword, name: 'Olive Owner' };
  const cookie = cookieOf(await caller(url, {})('POST', '/session/owner', owner));
  return { cookie, call: caller(url, { cookie }) };
}

function said(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      const match = wanted.exec(text)?.[1];
      if (match !== undefined) found(match);
    });
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${text}`)));
  });
}
