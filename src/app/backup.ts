import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { sql as controlSql } from 'kysely';
import { ClienteleError } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { dataFolder } from './folder.ts';
import { nameFinished, renameKept, syncTree } from './on-disk.ts';
import type { App } from './open.ts';

/** What a backup holds; `restore` refuses a file without them. */
const essential = ['control.sqlite', 'warehouse.duckdb'];

/**
 * Writes the whole workspace to one `.tar.gz`: both stores as of one moment, kept inputs and rejects.
 *
 * @throws file.exists, file.unwritable
 */
export async function backup(
  app: App,
  file: string,
  options: { readonly overwrite?: boolean } = {},
): Promise<{ readonly file: string; readonly entries: readonly string[] }> {
  const { create } = await import('tar');
  const target = resolve(file);
  // Before any work: a backup of yesterday is not to be lost by a slip, nor a folder made of a misspelt path.
  if (existsSync(target) && options.overwrite !== true) throw new ClienteleError('file.exists', { file });
  if (!existsSync(dirname(target))) throw new ClienteleError('file.unwritable', { file, detail: `there is no folder ${dirname(target)}.` });
  const staging = await mkdtemp(join(app.folder.temporary, 'backup-'));
  await app.warehouse.run(sql`checkpoint`);
  await copyFile(app.folder.warehouse, join(staging, 'warehouse.duckdb'));
  await controlSql`vacuum into ${controlSql.lit(join(staging, 'control.sqlite'))}`.execute(app.control);
  await leaveNoWork(join(staging, 'control.sqlite'));
  await cp(app.folder.inputs, join(staging, 'inputs'), { recursive: true });
  await cp(app.folder.rejects, join(staging, 'rejects'), { recursive: true });
  // After the warehouse: what came in between is found in the inbox beyond the warehouse's watermark, and recorded when it is opened again.
  const live = existsSync(app.folder.inbox);
  if (live) await copyInbox(app.folder.inbox, join(staging, 'inbox.sqlite'));
  const entries = [...essential, ...(live ? ['inbox.sqlite'] : []), 'inputs', 'rejects'];
  await create({ gzip: { level: 1 }, file: `${target}.partial`, cwd: staging, portable: true }, entries);
  await nameFinished(`${target}.partial`, target);
  await rm(staging, { recursive: true, force: true });
  return { file: target, entries };
}

/**
 * Work that was waiting or under way (making this very backup, say) is not to begin by itself in what is restored. But for the members of a definition that was changed:
 * nobody would work them out any more, and the segment would go on serving those of the old one.
 */
async function leaveNoWork(file: string): Promise<void> {
  const { openControl } = await import('../control/index.ts');
  const copy = await openControl(file);
  try {
    await copy
      .updateTable('jobs')
      .set((column) => ({ status: 'cancelled', finished_at: column.fn.coalesce('started_at', 'created_at') }))
      .where('status', 'in', ['queued', 'running'])
      .where('kind', '<>', 'backfill')
      .execute();
  } finally {
    await copy.destroy();
  }
}

/** Page by page beside whoever writes to it. */
async function copyInbox(from: string, to: string): Promise<void> {
  const { DatabaseSync, backup: copy } = await import('node:sqlite');
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await copy(database, to);
  } finally {
    database.close();
  }
}

/** Unpacks a backup into a folder that has no workspace yet. The folder appears whole or not at all. */
export async function restore(file: string, root: string): Promise<void> {
  if (existsSync(dataFolder(root).control)) throw new ClienteleError('workspace.exists', { folder: root });
  const staging = `${resolve(root)}.restoring`;
  await unpack(file, staging);
  if (existsSync(root) && (await readdir(root)).length > 0) {
    await rm(staging, { recursive: true, force: true });
    throw new ClienteleError('workspace.exists', { folder: root });
  }
  await rm(root, { recursive: true, force: true });
  await renameKept(staging, resolve(root));
}

/** Whether this file is a backup at all. @throws file.missing, backup.invalid */
export async function checkBackup(file: string): Promise<void> {
  if (!existsSync(file)) throw new ClienteleError('file.missing', { file });
  const { list } = await import('tar');
  const names = new Set<string>();
  try {
    await list({ file, strict: true, onReadEntry: (entry) => void names.add(entry.path.replace(/\/$/, '')) });
  } catch (cause) {
    throw new ClienteleError('backup.invalid', { file: basename(file), detail: cause instanceof Error ? cause.message : String(cause) }, {}, cause);
  }
  const missing = essential.filter((name) => !names.has(name));
  if (missing.length > 0) throw new ClienteleError('backup.invalid', { file: basename(file), detail: `it lacks ${missing.join(' and ')}` });
}

/** Unpacks a backup into a folder of its own, whatever was there before. All of it is on disk when this resolves. */
export async function unpack(file: string, folder: string): Promise<void> {
  await checkBackup(file);
  const { extract } = await import('tar');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await extract({ file, cwd: folder, strict: true });
  await syncTree(folder);
}
