import { hash } from 'node:crypto';
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
  const states = [`${project} ${process.version}`, ...['package-lock.json', 'scripts/prepare-program.ts'].map((file) => stateOf(`${project}/${file}`))];
  addFolder(`${project}/src`, states);
  return hash('sha256', states.join('\n')).slice(0, 32);
}

/** Every command waits for this, and most of its time is that of asking for files one by one: paths are put together without any ado. */
function addFolder(folder: string, states: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (name.endsWith('.ts')) {
      if (!name.endsWith('.test.ts')) states.push(stateOf(`${folder}/${name}`));
    } else if (name !== 'web' && entry.isDirectory()) addFolder(`${folder}/${name}`, states);
  }
}

function stateOf(file: string): string {
  const state = statSync(file, { throwIfNoEntry: false });
  return state === undefined ? `${file} absent` : `${file} ${state.mtimeMs} ${state.size}`;
}
