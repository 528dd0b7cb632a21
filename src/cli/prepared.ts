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
  const states = [`${project} ${process.version}`, ...['package-lock.json', 'scripts/prepare-program.ts'].map((file) => stateOf(join(project, file)))];
  addFolder(join(project, 'src'), states);
  return hashed(states.join('\n'));
}

function addFolder(folder: string, states: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'web') addFolder(path, states);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) states.push(stateOf(path));
  }
}

function stateOf(file: string): string {
  const state = statSync(file, { throwIfNoEntry: false });
  return state === undefined ? `${file} absent` : `${file} ${state.mtimeMs} ${state.size}`;
}

/** FNV-1a, four times over with other beginnings: nobody has to be kept out, and to load `node:crypto` takes longer. */
function hashed(text: string): string {
  const parts = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x7f4a7c15];
  for (let index = 0; index < text.length; index += 1) {
    for (let part = 0; part < parts.length; part += 1) parts[part] = Math.imul((parts[part] ?? 0) ^ text.charCodeAt(index), 0x01000193);
  }
  return parts.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
