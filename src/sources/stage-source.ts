import { basename } from 'node:path';
import type { Staged } from '../contract/index.ts';
import type { Effects } from '../core/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { compressionOf } from './bytes/open-bytes.ts';
import { stageDelimited } from './delimited/stage-delimited.ts';
import type { ReadOptions, SourceInput } from './input.ts';

/**
 * Reads a source into temp tables of text, one for each stream that it holds; nothing is interpreted yet.
 * Formats and compression are told by their bytes, never by a file's name. Throws `file.*`, `source.unreachable` and `usage`.
 */
export async function stageSource(
  warehouse: Warehouse,
  input: SourceInput,
  options: ReadOptions,
  effects: Pick<Effects, 'progress'>,
): Promise<readonly Staged[]> {
  if (input.kind !== 'file') throw new Error('not yet');
  const { compression } = await compressionOf(input.path);
  return [await stageDelimited(warehouse, { path: input.path, name: basename(input.path), compression }, options, effects)];
}
