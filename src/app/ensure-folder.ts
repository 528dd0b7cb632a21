import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ClienteleError } from '../core/index.ts';
import { syncFolder } from './on-disk.ts';

/**
 * Makes a folder and what leads to it, one step at a time: where a step can not be made the reason is told at once
 * (a recursive mkdir under /proc never ends). It is on disk when this resolves. Throws `file.unwritable`.
 */
export async function ensureFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    await mkdir(path).catch((cause: unknown) => refuse(path, cause));
    await syncFolder(dirname(path));
  }
}

/** Throws `file.unwritable` for a failed write. */
export function refuse(file: string, cause: unknown): never {
  throw new ClienteleError('file.unwritable', { file, detail: cause instanceof Error ? cause.message : String(cause) }, {}, cause);
}
