import type { ImportReport, Kind, Mapping, MappingOptions } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { mappingFromYaml, mappingToYaml, type ReadOptions, type StreamFormat } from '../sources/index.ts';
import { namedInputs } from './inputs.ts';
import type { App } from './open.ts';
import { recordAll, rehearseAll } from './record-all.ts';
import { inOrder, understandInputs } from './understand-inputs.ts';
import { readTextFile } from './read-text-file.ts';
import { writeTextFile } from './write-text-file.ts';

export type ImportAllRequest = {
  /** Files, folders, `-` for standard input, or the URL of a database. */
  readonly inputs: readonly string[];
  readonly query: string | undefined;
  readonly format: StreamFormat | undefined;
  readonly read: Omit<ReadOptions, 'table' | 'tempFolder'>;
  readonly kind: Kind | undefined;
  readonly source: string | undefined;
  readonly preset: string | undefined;
  /** Column → field, as a person said. */
  readonly map: Readonly<Record<string, string>>;
  readonly options: MappingOptions;
  /** A saved mapping to use instead of guessing. */
  readonly mappingFile: string | undefined;
  /** Where to write the mapping that was used. */
  readonly saveMapping: string | undefined;
  readonly dryRun: boolean;
};

/** Reports in the order in which the inputs were recorded, Singer states to hand back now that all is committed, and files of a folder that were left alone. */
export type ImportOutcome = {
  readonly reports: readonly ImportReport[];
  readonly states: readonly unknown[];
  readonly leftAlone: readonly { readonly file: string; readonly why: string }[];
};

/**
 * Reads and understands every input before anything is recorded, then records them one by one, each whole or not at all.
 * A file that was named and can not be understood stops everything; one that merely lay in a folder is left alone and said so.
 */
export async function importAll(app: App, request: ImportAllRequest): Promise<ImportOutcome> {
  const saved = request.mappingFile === undefined ? undefined : await readMapping(request.mappingFile);
  const { read, kind, source, preset, map, options } = request;
  const said = { read, kind, source, preset, map, options, mapping: saved };
  const inputs = (await namedInputs(request)).map((input) => ({ input, said }));
  const { understood, states, leftAlone } = await understandInputs(app, inputs);
  const [first] = understood;
  if (first === undefined && leftAlone[0] !== undefined)
    throw new ClienteleError('file.unreadable', { file: leftAlone[0].file, detail: leftAlone[0].why, hint: 'Name the files to import one by one.' });
  if (request.saveMapping !== undefined && first !== undefined) await writeTextFile(request.saveMapping, mappingToYaml(first.mapping));

  const ordered = inOrder(understood);
  const reports = request.dryRun ? await rehearseAll(app, ordered) : await recordAll(app, ordered);
  return { reports, states, leftAlone };
}

async function readMapping(file: string): Promise<Mapping> {
  const text = await readTextFile(file);
  const parsed = mappingFromYaml(text);
  if (parsed.ok) return parsed.value;
  const { detail, path, line } = parsed.error;
  const where = [path === '' ? '' : ` (${path})`, line === undefined ? '' : `, line ${line}`].join('');
  throw new ClienteleError('mapping.invalid', { detail: `${file}${where}: ${detail}` });
}
