import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ClienteleError } from '../core/index.ts';
import { backup } from './backup.ts';
import type { App } from './open.ts';

const prefix = 'download-';

/** Writes a backup under this name, to be downloaded; the one before it goes, as each is as large as the workspace. */
export async function makeBackup(app: App, id: string): Promise<{ readonly bytes: number }> {
  await mkdir(app.folder.temporary, { recursive: true });
  for (const name of await readdir(app.folder.temporary)) if (name.startsWith(prefix)) await rm(join(app.folder.temporary, name), { force: true });
  const file = fileOf(app, id);
  await backup(app, file);
  return { bytes: (await stat(file)).size };
}

/** @throws file.missing when there is none of this name (any more) */
export async function openBackup(app: Pick<App, 'folder'>, id: string): Promise<Readable> {
  const file = fileOf(app, id);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new ClienteleError('file.missing', { file: 'The backup' });
  return createReadStream(file);
}

/** Ids are the server's own; whatever else a request names is never part of a path. */
const fileOf = ({ folder }: Pick<App, 'folder'>, id: string): string => join(folder.temporary, `${prefix}${id.replaceAll(/[^\w-]/g, '')}.tar.gz`);
