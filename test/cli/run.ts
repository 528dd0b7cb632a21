import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';

const program = resolve(import.meta.dirname, '../../src/cli/main.ts');

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the real command line in a process of its own, with `input` on its standard input. */
export async function run(args: readonly string[], input?: string): Promise<Ran> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args]);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(input ?? '');
  const code = await new Promise<number>((done) => child.once('close', (exit) => done(exit ?? -1)));
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** Runs with `--json` and checks the answer against its documented shape. Throws what the program printed when it failed. */
export async function json<T>(shape: z.ZodType<T>, args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await run([...args, '--json']);
  if (code !== 0) throw new Error(`exit ${code}: ${stdout}${stderr}`);
  return shape.parse(JSON.parse(stdout));
}

/** A folder for one test file, removed when `done` is called. */
export function folderFor(name: string): { readonly path: string; readonly done: () => void } {
  const path = mkdtempSync(join(tmpdir(), `clientele-${name}-`));
  return { path, done: () => rmSync(path, { recursive: true, force: true }) };
}
