import { rm, rmdir } from 'node:fs/promises';
import type { Control } from '../control/index.ts';
import type { DataFolder } from './folder.ts';

export async function nothingImported(control: Control): Promise<boolean> {
  return (await control.selectFrom('imports').select('id').limit(1).execute()).length === 0;
}

/** Removes what making a workspace made, and its folder where nothing else lies in it. It is closed, and nothing was ever recorded in it. */
export async function unmake(folder: DataFolder): Promise<void> {
  const made = [folder.control, folder.warehouse, folder.inbox].flatMap((file) => [file, `${file}-wal`, `${file}-shm`, `${file}.wal`]);
  for (const file of made) await rm(file, { force: true });
  // Folders that somebody else filled stay, and the one around them does.
  for (const empty of [folder.inputs, folder.rejects, folder.temporary, folder.root]) await rmdir(empty).catch(() => undefined);
}
