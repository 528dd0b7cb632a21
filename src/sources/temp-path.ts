import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives `work` a path for a file that is gone afterwards, whatever happens. */
export async function withTempPath<T>(folder: string, suffix: string, work: (path: string) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `source-${randomUUID()}${suffix}`);
  try {
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}
