import { writeFile } from 'node:fs/promises';
import { refuse } from './ensure-folder.ts';

/** Writes a file that a person named; its content is on disk when this resolves. Throws `file.unwritable` when it can not be written. */
export const writeTextFile = (file: string, text: string): Promise<void> =>
  writeFile(file, text, { flush: true }).catch((cause: unknown) => refuse(file, cause));
