import { readFile } from 'node:fs/promises';
import { ClienteleError } from '../core/index.ts';

/** A text file that a person named. Throws `file.missing` when it can not be read. */
export async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ClienteleError('file.missing', { file }, {}, cause);
  }
}
