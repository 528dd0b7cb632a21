import type { ImportReport } from '../contract/index.ts';
import { ident, sql } from '../sql/index.ts';
import { importOne } from './import-one.ts';
import type { KeptMapping } from './kept-import.ts';
import { takeImportBack } from './imports.ts';
import type { App } from './open.ts';
import { noProgress } from './progress.ts';
import type { Understood } from './record-all.ts';

/** What a job recorded before a restart: report by input and stream. */
export type Recorded = ReadonlyMap<string, ImportReport>;

/** An input of a job that was read and understood; `key` names the input within the job. */
export type JobInput = { readonly key: string; readonly understood: Understood };

/**
 * Records what is not recorded yet, and then does `after`: all of it or, when anything fails or the job is cancelled, nothing. Each input is a
 * transaction of its own, so what came before the failure is taken back.
 */
export async function recordInJob(app: App, job: string, inputs: readonly JobInput[], after: () => Promise<unknown>): Promise<readonly ImportReport[]> {
  try {
    const before = await recordedBefore(app, job);
    const reports: ImportReport[] = [];
    for (const { key, understood } of inputs) {
      const { input, staged, mapping, read } = understood;
      const known = before.get(keyOf(key, staged.stream ?? null));
      reports.push(known ?? (await importOne(app, input.source, staged, mapping, { read, of: { job, input: key } })));
      await app.warehouse.run(sql`drop table if exists ${ident(staged.table)}`);
    }
    await after();
    return reports;
  } catch (error) {
    await takeJobBack(app, job);
    throw error;
  }
}

/** What this job recorded before the server ended. An import whose report was lost with the server is taken back, to be done again. */
export async function recordedBefore(app: App, job: string): Promise<Recorded> {
  const found = new Map<string, ImportReport>();
  for (const { id, mapping, report } of await importsOf(app, job)) {
    const { of, stream } = JSON.parse(mapping) as KeptMapping;
    const read = JSON.parse(report) as ImportReport;
    if (of === undefined || Object.keys(read).length === 0) await takeImportBack(app, id);
    else found.set(keyOf(of.input, stream), read);
  }
  return found;
}

/** The reports of one input, in the order in which they were recorded. */
export const reportsOf = (recorded: Recorded, input: string): readonly ImportReport[] =>
  [...recorded].flatMap(([key, report]) => (key.startsWith(`${input}\n`) ? [report] : []));

async function takeJobBack(app: App, job: string): Promise<void> {
  // The job may be over because it was cancelled: its progress would stop this, too.
  const quiet = { ...app, effects: { ...app.effects, progress: noProgress } };
  for (const { id } of (await importsOf(app, job)).toReversed()) await takeImportBack(quiet, id);
}

const keyOf = (input: string, stream: string | null): string => `${input}\n${stream ?? ''}`;

const importsOf = (app: App, job: string) =>
  app.control
    .selectFrom('imports')
    .select(['id', 'mapping', 'report'])
    .where('status', '=', 'done')
    // Ids of jobs are hexadecimal, and quotes of a header stand escaped.
    .where('mapping', 'like', `%"of":{"job":"${job}"%`)
    .orderBy('batch')
    .execute();
