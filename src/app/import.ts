import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { ImportReport, Kind, Mapping, MappingOptions, Staged } from '../contract/index.ts';
import { ClienteleError, formatInstant } from '../core/index.ts';
import { importStaged } from '../ingest/index.ts';
import { type ReadOptions, mappingFromYaml, mappingToYaml, type SourceInput, stageSource, understand } from '../sources/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { identityDecisions } from './decisions.ts';
import { keepStaged } from './keep-staged.ts';
import { keepInput, type KeptInput } from './keep-input.ts';
import type { App } from './open.ts';

export type ImportRequest = {
  readonly input: SourceInput;
  readonly read: Omit<ReadOptions, 'table' | 'tempFolder'>;
  readonly kind?: Kind;
  readonly source?: string;
  readonly preset?: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly options?: MappingOptions;
  /** A saved mapping to use instead of guessing. */
  readonly mappingFile?: string;
  /** Where to write the mapping that was used. */
  readonly saveMapping?: string;
  readonly dryRun: boolean;
};

/** What came of one input: a report per staged stream, and the Singer states to hand back now that all is committed. */
export type ImportOutcome = { readonly reports: readonly ImportReport[]; readonly states: readonly unknown[] };

/**
 * Reads, understands, checks and records one input. Each stream of it is one import: whole or not at all, kept in the
 * control store as pending until the warehouse holds it. Segments are not evaluated here; see `refreshAll`.
 */
export async function importInput(app: App, request: ImportRequest): Promise<ImportOutcome> {
  const { warehouse, effects, folder } = app;
  const staged = await stageSource(warehouse, request.input, { ...request.read, table: 'staged', tempFolder: folder.temporary }, effects);
  const reports: ImportReport[] = [];
  for (const one of staged) {
    const mapping = await mappingFor(app, one, request);
    if (request.saveMapping !== undefined) await writeFile(request.saveMapping, mappingToYaml(mapping));
    reports.push(await importOne(app, one, mapping, request));
  }
  return { reports, states: staged.flatMap((one) => one.states ?? []) };
}

async function mappingFor(app: App, staged: Staged, request: ImportRequest): Promise<Mapping> {
  const saved = request.mappingFile === undefined ? undefined : await readMapping(request.mappingFile);
  return understand(app.warehouse, staged, {
    fileName: staged.name,
    workspace: app.workspace,
    ...(request.kind === undefined ? {} : { kind: request.kind }),
    ...(request.source === undefined ? {} : { source: request.source }),
    ...(request.preset === undefined ? {} : { preset: request.preset }),
    ...(request.map === undefined ? {} : { map: request.map }),
    ...(request.options === undefined ? {} : { options: request.options }),
    ...(saved === undefined ? {} : { mapping: saved }),
  });
}

async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ClienteleError('file.missing', { file }, {}, cause);
  });
  const parsed = mappingFromYaml(text);
  if (parsed.ok) return parsed.value;
  throw new ClienteleError('mapping.invalid', { detail: `${file}: ${parsed.error}` });
}

async function importOne(app: App, staged: Staged, mapping: Mapping, request: ImportRequest): Promise<ImportReport> {
  const batch = await nextBatch(app);
  const id = String(batch);
  const rejectsFile = join(app.folder.rejects, `${id}-${basename(staged.name)}.rejects.csv`);
  const context = { warehouse: app.warehouse, workspace: app.workspace, effects: app.effects, decisions: await identityDecisions(app.control) };
  const run = { importId: id, batch, dryRun: request.dryRun, rejectsFile };
  if (request.dryRun) return importStaged(context, staged, mapping, run);

  await app.control
    .insertInto('imports')
    .values({
      id,
      batch,
      status: 'pending',
      source: mapping.source,
      kind: mapping.kind,
      preset: mapping.preset,
      file: staged.name,
      input_sha256: '',
      mapping: JSON.stringify({ mapping, read: request.read, stream: staged.stream ?? null }),
      kept_input: null,
      report: '{}',
      started_at: formatInstant(app.effects.now()),
      finished_at: null,
    })
    .execute();
  // A file is copied while the warehouse works; the import only counts as done when both are on disk.
  const keeping = request.input.kind === 'file' ? settled(keepInput(request.input.path, app.folder.inputs, id)) : { value: await keepStaged(app, staged, id) };
  try {
    const kept: { value: KeptInput | undefined } = { value: undefined };
    const report = await importStaged(context, staged, mapping, {
      ...run,
      afterRecord: async () => {
        const result = await keeping;
        if ('error' in result) throw result.error;
        kept.value = result.value;
        await setCounter(app.warehouse, 'facts_version', (await counter(app.warehouse, 'facts_version')) + 1);
        await app.control
          .updateTable('imports')
          .set({ kept_input: result.value.name, input_sha256: result.value.sha256 })
          .where('id', '=', id)
          .execute();
      },
    });
    const shown = report.rejects_file === null ? report : { ...report, rejects_file: relative(process.cwd(), report.rejects_file) || report.rejects_file };
    await app.control
      .updateTable('imports')
      .set({ status: 'done', report: JSON.stringify(shown), finished_at: formatInstant(app.effects.now()) })
      .where('id', '=', id)
      .execute();
    return shown;
  } catch (error) {
    const result = await keeping;
    if ('value' in result) await rm(join(app.folder.inputs, result.value.name), { force: true });
    await app.control.updateTable('imports').set({ status: 'failed', finished_at: formatInstant(app.effects.now()) }).where('id', '=', id).execute();
    throw error;
  }
}

/** A promise that never rejects unheard: its failure is looked at when its time comes. */
async function settled<T>(work: Promise<T>): Promise<{ readonly value: T } | { readonly error: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}

async function nextBatch(app: App): Promise<number> {
  const row = await app.control.selectFrom('imports').select((select) => select.fn.max('batch').as('batch')).executeTakeFirst();
  return Number(row?.batch ?? 0) + 1;
}
