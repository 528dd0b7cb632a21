import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportReport, Mapping, Staged } from '../contract/index.ts';
import { ClienteleError, formatInstant } from '../core/index.ts';
import { importStaged } from '../ingest/index.ts';
import type { SourceInput } from '../sources/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { beforeFactsChange } from './before-facts-change.ts';
import { identityDecisions } from './decisions.ts';
import type { FailedImport } from './failed-import.ts';
import { keepInput, type KeptInput } from './keep-input.ts';
import { takeImportBack } from './imports.ts';
import { keepStaged } from './keep-staged.ts';
import type { ImportRun, KeptMapping } from './kept-import.ts';
import { syncFolder } from './on-disk.ts';
import type { App } from './open.ts';

/**
 * Records one staged source, whole or not at all: pending in the control store before, done after, and the warehouse's
 * one transaction between decides which it was.
 */
export async function importOne(app: App, input: SourceInput, staged: Staged, mapping: Mapping, run: ImportRun): Promise<ImportReport> {
  const batch = await nextBatch(app);
  const id = String(batch);
  const rejectsFile = join(app.folder.rejects, `${id}-${basename(staged.name).replaceAll(/[^\w.-]+/g, '_')}.rejects.csv`);
  const context = { warehouse: app.warehouse, workspace: app.workspace, effects: app.effects, decisions: await identityDecisions(app.control) };

  await beforeFactsChange(app);
  await begin(app, id, batch, staged, mapping, run);
  // A file is copied while the warehouse works; the import only counts as done when both are on disk.
  const keeping = input.kind === 'file' ? settled(keepInput(input.path, app.folder.inputs, id)) : settled(keepStaged(app, staged, id));
  if (input.kind !== 'file') await keeping;
  let isIn = false;
  try {
    const recorded = await importStaged(context, staged, mapping, {
      importId: id,
      batch,
      dryRun: false,
      rejectsFile,
      releaseStaged: true,
      afterRecord: async () => {
        const kept = await keeping;
        if ('error' in kept) throw kept.error;
        await setCounter(app.warehouse, 'facts_version', (await counter(app.warehouse, 'facts_version')) + 1);
        await app.control.updateTable('imports').set({ kept_input: kept.value.name, input_sha256: kept.value.sha256 }).where('id', '=', id).execute();
      },
    });
    isIn = true;
    const report = { ...recorded, file: staged.name };
    await syncFolder(app.folder.rejects);
    await finish(app, id, 'done', report);
    return report;
  } catch (error) {
    // Whoever is told that it failed is to find nothing of it.
    if (isIn) await takeImportBack(app, id);
    const kept = await keeping;
    if ('value' in kept) await rm(join(app.folder.inputs, kept.value.name), { force: true });
    await finish(app, id, 'failed', { failure: failureOf(error) });
    throw error;
  }
}

async function begin(app: App, id: string, batch: number, staged: Staged, mapping: Mapping, run: ImportRun): Promise<void> {
  const kept: KeptMapping = { mapping, read: run.read, stream: staged.stream ?? null, ...(run.of === undefined ? {} : { of: run.of }) };
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
      mapping: JSON.stringify(kept),
      kept_input: null,
      report: '{}',
      started_at: formatInstant(app.effects.now()),
      finished_at: null,
    })
    .execute();
}

async function finish(app: App, id: string, status: 'done' | 'failed', report: ImportReport | FailedImport): Promise<void> {
  await app.control
    .updateTable('imports')
    .set({ status, finished_at: formatInstant(app.effects.now()), report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute();
}

function failureOf(error: unknown): string {
  if (error instanceof ClienteleError) return `${error.message} ${error.screenHint}`;
  if (error instanceof Error && error.name === 'AbortError') return 'It was stopped.';
  return error instanceof Error ? error.message : String(error);
}

/** A promise that never rejects unheard: its failure is looked at when its time comes. */
async function settled(work: Promise<KeptInput>): Promise<{ readonly value: KeptInput } | { readonly error: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}

/** The number after every import there ever was; numbers are never used twice. */
export async function nextBatch(app: App): Promise<number> {
  const row = await app.control
    .selectFrom('imports')
    .select((select) => select.fn.max('batch').as('batch'))
    .executeTakeFirst();
  return (row?.batch ?? 0) + 1;
}
