import type { FileToImport, ImportReport, LookedAt, Mapping, Staged } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { ambiguousColumns } from '../ingest/index.ts';
import { presets, understand } from '../sources/index.ts';
import { ident, sql } from '../sql/index.ts';
import type { NamedInput } from './inputs.ts';
import type { App } from './open.ts';
import { rehearseAll } from './record-all.ts';
import { recordedBefore, recordInJob, reportsOf } from './record-in-job.ts';
import { mappingSaid, namedMappings, usableMappings } from './fitting-mappings.ts';
import { refreshAll } from './refresh.ts';
import { inOrder, mappingOfItself, type Said, stageInput, understandContext, understandInputs } from './understand-inputs.ts';
import { uploadExists, uploadPath } from './uploads.ts';

/** How many different values of a column are shown. */
const mostSamples = 5;

/** What a file holds and what it seems to mean: one answer for each of its tables. Nothing is recorded. */
export async function lookAtFile(app: App, file: FileToImport): Promise<readonly LookedAt[]> {
  const said = await saidOf(app, file);
  const input = await inputOf(app, file.upload);
  const all = await stageInput(app, input, said, 'looked');
  const looked: LookedAt[] = [];
  for (const staged of all) {
    if (staged.headers.length > 0) looked.push(await lookAt(app, file, staged, said));
    await app.warehouse.run(sql`drop table if exists ${ident(staged.table)}`);
  }
  return looked;
}

async function lookAt(app: App, file: FileToImport, staged: Staged, said: Said): Promise<LookedAt> {
  const { format } = staged;
  // Before `understand`, which may rewrite cells: a person should see what stands in the file.
  const samples = await samplesOf(app, staged);
  const seen = {
    upload: file.upload,
    file: staged.name,
    stream: staged.stream ?? null,
    format: {
      kind: format.kind,
      compression: format.compression ?? null,
      encoding: format.encoding ?? null,
      delimiter: format.delimiter ?? null,
      header: format.hasHeader ?? null,
    },
    rows: staged.rows,
    unreadable: {
      rows: staged.unreadableCount ?? staged.unreadable.length,
      examples: staged.unreadable.slice(0, mostSamples).map(({ line, reason }) => ({ line, reason })),
    },
    headers: [...staged.headers],
    samples: samples.map((each) => [...each]),
  };
  const { mapping, missing } = await understoodAsFarAs(app, staged, said);
  const used = file.mapping ?? (file.mapping === null ? null : (mappingOfItself(staged, said)?.name ?? null));
  const usable = usableMappings(await namedMappings(app.control), staged.headers, mapping?.kind ?? said.kind ?? null).map(({ name }) => name);
  const mappings = { mapping: used, mappings: used === null || usable.includes(used) ? usable : [...usable, used] };
  if (mapping === undefined) {
    const problems = missing.map(problemOf);
    return {
      ...seen,
      ...mappings,
      kind: said.kind ?? null,
      preset: null,
      source: null,
      recognised: null,
      columns: [],
      options: {},
      warnings: [],
      problem: problems[0] ?? null,
      problems,
    };
  }
  const unclear = missing.length > 0 ? [] : await ambiguousColumns(app.warehouse, staged, mapping, app.workspace);
  const problems = [...missing, ...unclear].map(problemOf);
  const { kind, preset, source, columns, options, warnings } = mapping;
  const recognised = presets.find(({ id }) => id === preset)?.title ?? null;
  return {
    ...seen,
    ...mappings,
    kind,
    preset,
    source,
    recognised,
    columns: [...columns],
    options: { ...options },
    warnings: [...(warnings ?? [])],
    problem: problems[0] ?? null,
    problems,
  };
}

const problemOf = ({ code, message, hint, parameters }: ClienteleError): LookedAt['problems'][number] => ({
  code,
  title: message,
  hint,
  parameters: { ...parameters },
});

/** A kind needs at most a handful of fields. */
const mostMissing = 8;

/** What a table means; where required fields have no column, what it would mean with them, and which they are. */
async function understoodAsFarAs(
  app: App,
  staged: Staged,
  said: Said,
): Promise<{ readonly mapping: Mapping | undefined; readonly missing: readonly ClienteleError[] }> {
  const missing: ClienteleError[] = [];
  const map: Record<string, string> = { ...said.map };
  while (missing.length < mostMissing) {
    try {
      return { mapping: await understand(app.warehouse, staged, understandContext(app, staged, { ...said, map })), missing };
    } catch (error) {
      if (!(error instanceof ClienteleError)) throw error;
      missing.push(error);
      const { field } = error.parameters;
      if (error.code !== 'mapping.missing-field' || typeof field !== 'string') return { mapping: undefined, missing };
      // A value for every row stands in for the column, each under a name of its own.
      map[`'${'?'.repeat(missing.length)}'`] = field;
    }
  }
  return { mapping: undefined, missing };
}

/** Different values of each column from the first thousand rows, in order of appearance. */
async function samplesOf(app: App, { table, headers }: Staged): Promise<readonly (readonly (string | null)[])[]> {
  const found: string[][] = headers.map(() => []);
  await app.warehouse.chunks(sql`select * exclude (line) from ${ident(table)} order by line limit 1000`, (columns, rows) => {
    for (const [index] of headers.entries()) {
      const kept = found[index] ?? [];
      for (let row = 0; row < rows && kept.length < mostSamples; row += 1) {
        const value = columns[index]?.values[row];
        if (typeof value === 'string' && value.trim() !== '' && !kept.includes(value)) kept.push(value.slice(0, 200));
      }
    }
  });
  return found;
}

/** Says exactly what importing these files would bring, in one transaction that is taken back. */
export async function rehearseUploads(app: App, files: readonly FileToImport[]): Promise<readonly ImportReport[]> {
  const { understood } = await understandInputs(app, await inputsOf(app, files));
  try {
    return await rehearseAll(app, inOrder(understood));
  } finally {
    for (const { staged } of understood) await app.warehouse.run(sql`drop table if exists ${ident(staged.table)}`);
  }
}

/**
 * Imports files, all of them or none, then brings everything up to date. Begun anew after a restart, the same job goes on where it was: what it had
 * recorded is not recorded again.
 */
export async function importUploads(app: App, files: readonly FileToImport[], job: string): Promise<readonly ImportReport[]> {
  const before = await recordedBefore(app, job);
  // Uploads are removed at the very end: where one is gone, this job has recorded all of it.
  const over = files.filter(({ upload }) => !uploadExists(app, upload) && reportsOf(before, upload).length > 0);
  const left = await inputsOf(
    app,
    files.filter((file) => !over.includes(file)),
  );
  const { understood } = await understandInputs(app, left);
  const keys = new Map(left.map(({ input, upload }) => [input, upload]));
  const inputs = inOrder(understood).map((one) => ({ key: keys.get(one.input) ?? one.input.name, understood: one }));
  const reports = await recordInJob(app, job, inputs, () => refreshAll(app, undefined));
  return [...over.flatMap(({ upload }) => reportsOf(before, upload)), ...reports];
}

type UploadedInput = { readonly upload: string; readonly input: NamedInput; readonly said: Said };

async function inputsOf(app: App, files: readonly FileToImport[]): Promise<readonly UploadedInput[]> {
  const inputs: UploadedInput[] = [];
  for (const file of files) inputs.push({ upload: file.upload, input: await inputOf(app, file.upload), said: await saidOf(app, file) });
  return inputs;
}

async function inputOf(app: App, upload: string): Promise<NamedInput> {
  const path = await uploadPath(app, upload);
  return { source: { kind: 'file', path }, name: path.split('/').at(-1) ?? upload, found: false };
}

async function saidOf(app: App, { kind, source, preset, map, options, read, mapping }: FileToImport): Promise<Said> {
  return { kind, source, preset, map, options, read, ...(await mappingSaid(app.control, mapping)) };
}
