import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A database that runs on this machine for one test file: a URL to reach it, and an end. */
export type TestServer = { readonly url: string; readonly stop: () => Promise<void> };

const execute = promisify(execFile);

/** Where a program lies: on the path, or in one of the folders that hold servers. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(':');
  return [...folders, ...onPath, '/usr/sbin', '/usr/local/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Folders such as `/usr/lib/postgresql/15/bin`, newest first. */
export function versionFolders(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

/** Servers refuse to run as root: then they are started as the user that their package made. */
async function identityOf(user: string): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await execute('id', [flag, user])).stdout.trim())));
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

export async function runAs(user: string, [program = '', ...parameters]: readonly string[]): Promise<void> {
  await execute(program, parameters, { cwd: tmpdir(), ...(await identityOf(user)) });
}

/** Starts a server that stays in the foreground; its last words are kept for the error when it does not come up. */
export async function startAs(
  user: string,
  [program = '', ...parameters]: readonly string[],
): Promise<{ readonly child: ChildProcess; readonly said: () => string }> {
  const child = spawn(program, parameters, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'], ...(await identityOf(user)) });
  let text = '';
  child.stderr?.on('data', (part: Buffer) => {
    text = (text + part.toString('utf8')).slice(-4000);
  });
  return { child, said: () => text };
}

/** A short folder that the server's user owns. */
export async function serverFolder(user: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  if (process.getuid?.() === 0) await execute('chown', [user, folder]);
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}

/** Asks until the server answers, at most half a minute. */
export async function whenReady(ask: () => Promise<void>, said: () => string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`the server did not come up: ${said()}`, { cause: error });
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
  }
}

/** Ends the server's own process, waits for it, and takes its folder away. */
export async function endServer(child: ChildProcess, folder: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
  child.kill(signal);
  await ended;
  await rm(folder, { recursive: true, force: true });
}
