import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openControl } from '../control/index.ts';
import type { BackupFile } from '../contract/index.ts';
import { ClienteleError, formatInstant, fromMilliseconds } from '../core/index.ts';
import { migrate, openDuckdb } from '../warehouse/index.ts';
import { backup, checkBackup, unpack } from './backup.ts';
import { ensureFolder } from './ensure-folder.ts';
import { dataFolder } from './folder.ts';
import { renameKept, syncFolder, syncTree } from './on-disk.ts';
import type { App } from './open.ts';
import { restoredFolder, restoringFolder } from './prepared.ts';

type Kept = Pick<App, 'folder'>;

/** Backups that lie beside the workspace, newest first. */
export async function listBackups({ folder }: Kept): Promise<readonly BackupFile[]> {
  if (!existsSync(folder.backups)) return [];
  const names = (await readdir(folder.backups)).filter((name) => shape.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder.backups, name));
      return { name, bytes: size, made_at: formatInstant(fromMilliseconds(Math.round(mtimeMs))) };
    }),
  );
  return found.toSorted((a, b) => b.made_at.localeCompare(a.made_at) || b.name.localeCompare(a.name));
}

/** Writes one more backup, named by its moment. */
export async function makeBackup(app: App): Promise<BackupFile> {
  await ensureFolder(app.folder.backups);
  const name = await freeName(app, 'clientele');
  await backup(app, join(app.folder.backups, name));
  return named(app, name);
}

/** Takes a backup that was kept elsewhere; one that is none is not kept. @throws backup.invalid */
export async function bringBackup(app: App, content: Readable): Promise<BackupFile> {
  await ensureFolder(app.folder.backups);
  const name = await freeName(app, 'brought');
  const partial = join(app.folder.backups, `${name}.partial`);
  try {
    await pipeline(content, createWriteStream(partial, { flush: true }));
    await checkBackup(partial);
    await renameKept(partial, join(app.folder.backups, name));
  } catch (error) {
    await rm(partial, { force: true });
    throw error instanceof ClienteleError && error.code === 'backup.invalid'
      ? new ClienteleError('backup.invalid', { ...error.parameters, file: 'The file' }, {}, error)
      : error;
  }
  return named(app, name);
}

/** @throws file.missing */
export const openBackup = async (app: Kept, name: string): Promise<Readable> => createReadStream(await pathOf(app, name));

/** @throws file.missing */
export async function removeBackup(app: Kept, name: string): Promise<void> {
  await rm(await pathOf(app, name));
  await syncFolder(app.folder.backups);
}

/**
 * Unpacks a backup beside the workspace, and proves that this version can open it. It takes the workspace's place when that is opened again; nobody may
 * write in between.
 *
 * @throws file.missing, backup.invalid, workspace.newer
 */
export async function prepareRestored(app: App, name: string): Promise<void> {
  const file = await pathOf(app, name);
  const staging = restoringFolder(app.folder);
  app.effects.progress({ label: 'Unpacking the backup', done: 0 });
  try {
    await unpack(file, staging);
    app.effects.progress({ label: 'Looking at what it holds', done: 0 });
    const inside = dataFolder(staging);
    const warehouse = await openDuckdb(inside.warehouse, { tempFolder: app.folder.temporary });
    try {
      await migrate(warehouse);
    } finally {
      await warehouse.close();
    }
    await (await openControl(inside.control)).destroy();
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  await syncTree(staging);
  await renameKept(staging, restoredFolder(app.folder));
}

const shape = /^[a-z]+-\d{8}-\d{6}(?:-\d+)?\.tar\.gz$/;

async function pathOf({ folder }: Kept, name: string): Promise<string> {
  const file = join(folder.backups, shape.test(name) ? name : 'none');
  if (!shape.test(name) || !existsSync(file)) throw new ClienteleError('file.missing', { file: 'The backup' });
  return file;
}

/** By the moment, in UTC; a second one of the same second gets a number. */
async function freeName({ folder, effects }: App, prefix: string): Promise<string> {
  const stem = `${prefix}-${formatInstant(effects.now()).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`;
  const taken = new Set(await readdir(folder.backups));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.tar.gz`;
    if (!taken.has(name)) return name;
  }
}

async function named(app: Kept, name: string): Promise<BackupFile> {
  const found = (await listBackups(app)).find((each) => each.name === name);
  if (found === undefined) throw new ClienteleError('file.missing', { file: 'The backup' });
  return found;
}
