import { writeFile } from 'node:fs/promises';
import { refuse } from './ensure-folder.ts';

/** Writes a file that a person named. Throws `file.unwritable` when it can not be written. */
export const writeTextFile = (file: string, text: string): Promise<void> => writeFile(file, text).catch((cause: unknown) => refuse(file, cause));
