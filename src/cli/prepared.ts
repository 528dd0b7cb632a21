import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The program as few large files, as `scripts/prepare-program.ts` made them of these very sources; undefined where there are none, or
 * where a source has changed since. To load hundreds of small files takes longer than what most commands do.
 */
export function preparedProgram(project: string): string | undefined {
  const file = join(preparedFolder(project), 'program.js');
  return existsSync(file) ? file : undefined;
}

/** Where the program prepared of the sources as they are now lies: its name says when each of them was written, and how long it is. */
export const preparedFolder = (project: string): string => join(preparedFolders(project), stampOf(project));

export const preparedFolders = (project: string): string => join(project, '.cache', 'program');

function stampOf(project: string): string {
  const hash = createHash('sha256').update(`${project} ${process.version}\n`);
  for (const file of ['package-lock.json', 'scripts/prepare-program.ts']) hash.update(stateOf(join(project, file)));
  addFolder(join(project, 'src'), hash);
  return hash.digest('hex').slice(0, 24);
}

function addFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'web') addFolder(path, hash);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) hash.update(stateOf(path));
  }
}

function stateOf(file: string): string {
  const state = statSync(file, { throwIfNoEntry: false });
  return state === undefined ? `${file} absent\n` : `${file} ${state.mtimeMs} ${state.size}\n`;
}
