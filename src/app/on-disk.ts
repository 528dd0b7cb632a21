import { open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

// What a process has written is in the system's memory first, and so are names: a file's content and the name that it was given reach the disk when
// they are asked to (fsync), each for itself. A kill loses nothing of that; a power cut does, and leaves files that are empty under their final names.

/** A file's content is on disk when this resolves. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The names in a folder, and that others are gone, are on disk when this resolves. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders; its file system keeps names in order by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Everything below a folder, content and names. */
export async function syncTree(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncTree(join(path, entry.name));
    else if (entry.isFile()) await syncFile(join(path, entry.name));
  }
  await syncFolder(path);
}

/** Gives a finished file its final name: at any moment the disk has it whole under that name, or not under it. */
export async function nameFinished(file: string, name: string): Promise<void> {
  await syncFile(file);
  await renameKept(file, name);
}

/** A rename that is on disk when this resolves. */
export async function renameKept(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}
