import type { FileToImport, ImportReport, LookedAt, Staged } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { understand } from '../sources/index.ts';
import { ident, sql } from '../sql/index.ts';
import type { NamedInput } from './inputs.ts';
import type { App } from './open.ts';
import { recordAll, rehearseAll } from './record-all.ts';
import { refreshAll } from './refresh.ts';
import { savedMapping } from './saved-mappings.ts';
import { inOrder, type Said, stageInput, understandContext, understandInputs } from './understand-inputs.ts';
import { uploadPath } from './uploads.ts';

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
  try {
    const { kind, preset, source, columns, warnings } = await understand(app.warehouse, staged, understandContext(app, staged, said));
    return { ...seen, kind, preset, source, columns: [...columns], warnings: [...(warnings ?? [])], problem: null };
  } catch (error) {
    if (!(error instanceof ClienteleError)) throw error;
    const { code, message, hint, parameters } = error;
    return {
      ...seen,
      kind: said.kind ?? null,
      preset: null,
      source: null,
      columns: [],
      warnings: [],
      problem: { code, title: message, hint, parameters: { ...parameters } },
    };
  }
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

/** Imports files one after another, each whole or not at all, then brings everything up to date. */
export async function importUploads(app: App, files: readonly FileToImport[]): Promise<readonly ImportReport[]> {
  const { understood } = await understandInputs(app, await inputsOf(app, files));
  const reports = await recordAll(app, inOrder(understood));
  await refreshAll(app, undefined);
  return reports;
}

async function inputsOf(app: App, files: readonly FileToImport[]): Promise<readonly { readonly input: NamedInput; readonly said: Said }[]> {
  const inputs: { readonly input: NamedInput; readonly said: Said }[] = [];
  for (const file of files) inputs.push({ input: await inputOf(app, file.upload), said: await saidOf(app, file) });
  return inputs;
}

async function inputOf(app: App, upload: string): Promise<NamedInput> {
  const path = await uploadPath(app, upload);
  return { source: { kind: 'file', path }, name: path.split('/').at(-1) ?? upload, found: false };
}

async function saidOf(app: App, { kind, source, preset, map, options, read, mapping }: FileToImport): Promise<Said> {
  return { kind, source, preset, map, options, read, mapping: mapping === undefined ? undefined : await savedMapping(app.control, mapping) };
}
