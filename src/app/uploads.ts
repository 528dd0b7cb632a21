import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ClienteleError, day } from '../core/index.ts';
import { ensureFolder } from './ensure-folder.ts';
import { renameKept, syncFolder } from './on-disk.ts';
import type { App } from './open.ts';

/** A file that came through the browser and waits to be imported. */
export type Upload = { readonly id: string; readonly name: string; readonly bytes: number };

/** Those that nobody imports are removed after this. */
const keptFor = 7 * day;

/** Writes a file to the workspace as it comes; it is there whole or not at all, on disk when this resolves. Throws `file.empty`. */
export async function saveUpload(app: App, name: string, content: Readable): Promise<Upload> {
  const id = app.effects.randomId();
  const folder = join(app.folder.uploads, id);
  const target = join(folder, safeName(name));
  await ensureFolder(folder);
  try {
    await pipeline(content, createWriteStream(`${target}.partial`, { flush: true }));
    const { size } = await stat(`${target}.partial`);
    if (size === 0) throw new ClienteleError('file.empty', { file: name });
    await renameKept(`${target}.partial`, target);
    await syncFolder(app.folder.uploads);
    return { id, name: safeName(name), bytes: size };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

export const uploadExists = (app: App, id: string): boolean => /^[0-9a-f]{32}$/.test(id) && existsSync(join(app.folder.uploads, id));

/** Where an upload lies. Throws `upload.unknown`. */
export async function uploadPath(app: App, id: string): Promise<string> {
  const folder = join(app.folder.uploads, /^[0-9a-f]{32}$/.test(id) ? id : 'none');
  const [name] = existsSync(folder) ? (await readdir(folder)).filter((each) => !each.endsWith('.partial')) : [];
  if (name === undefined) throw new ClienteleError('upload.unknown', { id });
  return join(folder, name);
}

export async function removeUpload(app: App, id: string): Promise<void> {
  await rm(join(await uploadPath(app, id), '..'), { recursive: true, force: true });
}

/** Removes what has been waiting too long. */
export async function sweepUploads(app: App): Promise<void> {
  if (!existsSync(app.folder.uploads)) return;
  for (const id of await readdir(app.folder.uploads)) {
    const { mtimeMs } = await stat(join(app.folder.uploads, id));
    if (mtimeMs * 1000 < app.effects.now() - keptFor) await rm(join(app.folder.uploads, id), { recursive: true, force: true });
  }
}

/** The rejects of an import, as the file that was written beside it. Throws `import.no-rejects`. */
export async function openRejects(app: App, id: string): Promise<{ readonly name: string; readonly content: Readable }> {
  const prefix = `${id}-`;
  const name = (await readdir(app.folder.rejects)).find((each) => each.startsWith(prefix));
  if (name === undefined) throw new ClienteleError('import.no-rejects', { id });
  return { name, content: createReadStream(join(app.folder.rejects, name)) };
}

/** The last part of a path, without what a file system or a header can not hold; readers tell formats by its ending. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replaceAll(/[\p{C}<>:"|?*]+/gu, '_')
    .slice(-150)
    .replace(/^\.+/, '');
  return clean === '' ? 'upload' : clean;
}
