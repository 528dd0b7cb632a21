import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClienteleError } from '../core/index.ts';
import { openDuckdb } from '../warehouse/index.ts';
import { ensureFolder } from './ensure-folder.ts';
import type { DataFolder } from './folder.ts';
import { renameKept, syncFolder } from './on-disk.ts';

// What takes the place of an open workspace is made whole beside it, and put in its place by whoever opens the workspace next. So a server goes on
// answering while it is made, and a crash at any moment, or a power cut, leaves either the old one or the new one: each step is on disk before the next.

/** A warehouse while it is made again from its inputs, and a workspace while it is unpacked: what a crash leaves of them is of no use. */
export const rebuildingFile = ({ root }: DataFolder): string => join(root, 'warehouse.rebuilding.duckdb');
export const restoringFolder = ({ root }: DataFolder): string => join(root, 'restoring');
/** A warehouse made again from its inputs. */
export const rebuiltFile = ({ root }: DataFolder): string => join(root, 'warehouse.rebuilt.duckdb');
/** A workspace unpacked from a backup. */
export const restoredFolder = ({ root }: DataFolder): string => join(root, 'restored');
/** The same, once what it replaces has been put aside. */
const movingFolder = ({ root }: DataFolder): string => join(root, 'restored.moving');
/** What the last restored backup replaced: kept until the next one, should it have been the wrong one. */
export const replacedFolder = ({ root }: DataFolder): string => join(root, 'replaced');

/** What the engine keeps beside a warehouse's file until it is laid down in it; the last two while it does so. */
export const logsOf = (file: string): readonly string[] => [`${file}.wal`, `${file}.wal.checkpoint`, `${file}.wal.recovery`];

/** Everything of a workspace that a backup stands for; logs of the two stores belong to them. */
const replaceable = [
  'control.sqlite',
  'control.sqlite-wal',
  'control.sqlite-shm',
  'warehouse.duckdb',
  ...logsOf('warehouse.duckdb'),
  'inbox.sqlite',
  'inbox.sqlite-wal',
  'inbox.sqlite-shm',
  'inputs',
  'rejects',
  'uploads',
];

/** Puts what is prepared in its place, before the workspace is opened. Each step may be the first one after a crash. */
export async function takePrepared(folder: DataFolder): Promise<void> {
  const moving = movingFolder(folder);
  const [rebuilt, restored] = [rebuiltFile(folder), restoredFolder(folder)];
  if (!existsSync(rebuilt) && !existsSync(restored) && !existsSync(moving)) return;
  await whenNobodyElse(folder);
  if (existsSync(restored)) {
    await putAside(folder);
    await renameKept(restored, moving);
  }
  if (existsSync(moving)) {
    for (const name of await readdir(moving)) await rename(join(moving, name), join(folder.root, name));
    await syncFolder(folder.root);
    await rm(moving, { recursive: true, force: true });
    // It was made from what is no more.
    await rm(rebuilt, { force: true });
  }
  if (existsSync(rebuilt)) {
    for (const log of logsOf(folder.warehouse)) await rm(log, { force: true });
    // The log of the old one is gone before the new one stands beside it.
    await syncFolder(folder.root);
    await renameKept(rebuilt, folder.warehouse);
  }
}

/** What a crash interrupted goes on: whatever is aside already stays there, and what lies aside of an earlier time goes only at the end. */
async function putAside(folder: DataFolder): Promise<void> {
  const aside = replacedFolder(folder);
  const partial = `${aside}.partial`;
  const here = replaceable.filter((name) => existsSync(join(folder.root, name)));
  if (here.length === 0 && !existsSync(partial)) return;
  await ensureFolder(partial);
  for (const name of here) await rename(join(folder.root, name), join(partial, name));
  await syncFolder(partial);
  await syncFolder(folder.root);
  await rm(aside, { recursive: true, force: true });
  await renameKept(partial, aside);
}

/** The lock of the old warehouse says whether another process has it open; one that can not be opened at all is no reason to keep it. */
async function whenNobodyElse(folder: DataFolder): Promise<void> {
  if (!existsSync(folder.warehouse)) return;
  try {
    await (await openDuckdb(folder.warehouse)).close();
  } catch (error) {
    if (error instanceof ClienteleError && error.code === 'workspace.locked') throw error;
  }
}
