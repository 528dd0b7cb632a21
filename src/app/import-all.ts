import type { ImportReport, Kind, Mapping, MappingOptions, Staged } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { mappingFromYaml, mappingToYaml, type ReadOptions, stageSource, type StreamFormat, understand } from '../sources/index.ts';
import { namedInputs } from './inputs.ts';
import type { App } from './open.ts';
import { recordAll, rehearseAll, type Understood } from './record-all.ts';
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

/** Products and customers come before the orders that speak of them, items after their orders. */
const kindOrder: readonly Kind[] = ['products', 'customers', 'orders', 'items', 'events', 'messages', 'feedback'];

/**
 * Reads and understands every input before anything is recorded, then records them one by one, each whole or not at all.
 * A file that was named and can not be understood stops everything; one that merely lay in a folder is left alone and said so.
 */
export async function importAll(app: App, request: ImportAllRequest): Promise<ImportOutcome> {
  const saved = request.mappingFile === undefined ? undefined : await readMapping(request.mappingFile);
  const understood: Understood[] = [];
  const states: unknown[] = [];
  const leftAlone: { readonly file: string; readonly why: string }[] = [];
  for (const [index, input] of (await namedInputs(request)).entries()) {
    try {
      for (const staged of await stageSource(
        app.warehouse,
        input.source,
        { ...request.read, table: `staged${index}`, tempFolder: app.folder.temporary },
        app.effects,
      )) {
        states.push(...(staged.states ?? []));
        // A stream may bring nothing but its state.
        if (staged.headers.length === 0) continue;
        understood.push({ input, staged, mapping: await understand(app.warehouse, staged, contextOf(app, staged, request, saved)) });
      }
    } catch (error) {
      if (!input.found || !(error instanceof ClienteleError)) throw error;
      leftAlone.push({ file: input.name, why: error.message });
    }
  }
  const [first] = understood;
  if (first === undefined && leftAlone[0] !== undefined)
    throw new ClienteleError('file.unreadable', { file: leftAlone[0].file, detail: leftAlone[0].why, hint: 'Name the files to import one by one.' });
  if (request.saveMapping !== undefined && first !== undefined) await writeTextFile(request.saveMapping, mappingToYaml(first.mapping));

  const ordered = understood.toSorted((a, b) => kindOrder.indexOf(a.mapping.kind) - kindOrder.indexOf(b.mapping.kind));
  const reports = request.dryRun ? await rehearseAll(app, ordered) : await recordAll(app, ordered, request.read);
  return { reports, states: understood.flatMap(({ staged }) => staged.states ?? []), leftAlone };
}

function contextOf(app: App, staged: Staged, request: ImportAllRequest, mapping: Mapping | undefined): Parameters<typeof understand>[2] {
  const { kind, source, preset, map, options } = request;
  return {
    fileName: staged.name,
    workspace: app.workspace,
    map,
    options,
    ...(kind === undefined ? {} : { kind }),
    ...(source === undefined ? {} : { source }),
    ...(preset === undefined ? {} : { preset }),
    ...(mapping === undefined ? {} : { mapping }),
  };
}

async function readMapping(file: string): Promise<Mapping> {
  const text = await readTextFile(file);
  const parsed = mappingFromYaml(text);
  if (parsed.ok) return parsed.value;
  const { detail, path, line } = parsed.error;
  const where = [path === '' ? '' : ` (${path})`, line === undefined ? '' : `, line ${line}`].join('');
  throw new ClienteleError('mapping.invalid', { detail: `${file}${where}: ${detail}` });
}
