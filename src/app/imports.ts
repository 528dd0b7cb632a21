import type { ImportReport } from '../contract/index.ts';
import { ClienteleError, formatInstant, parseInstant } from '../core/index.ts';
import { undoImport } from '../ingest/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { beforeFactsChange } from './before-facts-change.ts';
import { identityDecisions } from './decisions.ts';
import type { App } from './open.ts';
import type { FailedImport } from './failed-import.ts';
import { refreshAll } from './refresh.ts';
import { lastUndone } from './settle.ts';

/** One line of the log of imports. */
export type ImportEntry = {
  readonly id: string;
  readonly at: string;
  readonly file: string;
  readonly kind: string;
  readonly source: string;
  readonly preset: string;
  readonly status: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rejects_file: string | null;
  /** Why it failed; null where it did not. */
  readonly failure: string | null;
  /** Of a failed one: the later import that brought the same file in, where one did. */
  readonly resumed_by: string | null;
};

/** The log of imports, newest first. An import that a crash cut between the stores has no counts. */
export async function listImports(app: App): Promise<readonly ImportEntry[]> {
  const rows = await app.control.selectFrom('imports').selectAll().orderBy('batch', 'desc').execute();
  return rows.map(({ id, batch, started_at, file, kind, source, preset, status, report }) => {
    const { rows: read = 0, accepted = 0, rejected = 0, rejects_file = null, failure } = JSON.parse(report) as Partial<ImportReport & FailedImport>;
    const failed = status === 'failed';
    const later = failed ? rows.findLast((one) => one.batch > batch && one.status === 'done' && one.file === file && one.source === source) : undefined;
    return {
      id,
      at: started_at,
      file,
      kind,
      source,
      preset,
      status,
      rows: read,
      accepted,
      rejected,
      rejects_file,
      failure: failed ? (failure ?? 'It did not come to its end; why was not kept.') : null,
      resumed_by: later?.id ?? null,
    };
  });
}

export type UndoneImport = { readonly import: string; readonly removed: number; readonly restored: number };

/** Takes an import back exactly; segments are evaluated anew. Throws `import.unknown`, `import.undone`. */
export async function undoImportById(app: App, id: string, asOf: string | undefined): Promise<UndoneImport> {
  const undone = await takeImportBack(app, id);
  await refreshAll(app, asOf);
  return undone;
}

/**
 * The same as a job, which is begun anew where a crash came between the undo and the refresh: what is undone since it was asked for is brought up to date, and is no mistake.
 * How many records went is not known any more then.
 */
export async function undoInJob(app: App, id: string, job: string): Promise<UndoneImport | { readonly import: string }> {
  const asked = await app.control.selectFrom('jobs').select('created_at').where('id', '=', job).executeTakeFirst();
  const row = await app.control.selectFrom('imports').select('finished_at').where('id', '=', id).where('status', '=', 'undone').executeTakeFirst();
  const [since, undone] = [asked?.created_at, row?.finished_at].map((at) => parseInstant(at ?? ''));
  if (since === undefined || undone === undefined || undone < since) return undoImportById(app, id, undefined);
  await refreshAll(app, undefined);
  return { import: id };
}

/** The same without the refresh: until the next one nothing counts as up to date. */
export async function takeImportBack(app: App, id: string): Promise<UndoneImport> {
  const row = await app.control.selectFrom('imports').select(['batch', 'status']).where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.status === 'failed') throw new ClienteleError('import.unknown', { id });
  if (row.status === 'undone') throw new ClienteleError('import.undone', { id });
  const context = { warehouse: app.warehouse, workspace: app.workspace, effects: app.effects, decisions: await identityDecisions(app.control) };
  await beforeFactsChange(app);
  const undone = await app.warehouse.transaction(async () => {
    const counts = await undoImport(context, row.batch);
    await setCounter(app.warehouse, 'facts_version', (await counter(app.warehouse, 'facts_version')) + 1);
    // Whoever starts after a crash tells it from an import that was lost.
    await setCounter(app.warehouse, lastUndone, row.batch);
    return counts;
  });
  await app.control
    .updateTable('imports')
    .set({ status: 'undone', finished_at: formatInstant(app.effects.now()) })
    .where('id', '=', id)
    .execute();
  return { import: id, removed: undone.removed, restored: undone.restored };
}
