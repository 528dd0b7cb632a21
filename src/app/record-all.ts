import type { ImportReport, Mapping, Staged } from '../contract/index.ts';
import { importStaged } from '../ingest/index.ts';
import { type ReadOptions } from '../sources/index.ts';
import { ident, sql } from '../sql/index.ts';
import { identityDecisions } from './decisions.ts';
import { lostTraitWarnings, traitNames } from './lost-traits.ts';
import { importOne, nextBatch } from './import-one.ts';
import type { NamedInput } from './inputs.ts';
import type { App } from './open.ts';

/** An input that was read and understood, ready to be recorded. */
export type Understood = { readonly input: NamedInput; readonly staged: Staged; readonly mapping: Mapping; readonly read: ReadSaid };

/** How a person said that a source is to be read. */
export type ReadSaid = Omit<ReadOptions, 'table' | 'tempFolder'>;

/** Records one after another, each whole or not at all. */
export async function recordAll(app: App, ordered: readonly Understood[]): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const { input, staged, mapping, read } of ordered) {
    reports.push(await importOne(app, input.source, staged, mapping, { read }));
    await app.warehouse.run(sql`drop table if exists ${ident(staged.table)}`);
  }
  return reports;
}

/** Thrown to take a rehearsal back. */
class Rehearsed extends Error {}

/** The same work in one transaction that is taken back, so that later inputs see what earlier ones would have brought, and every count is exact. */
export async function rehearseAll(app: App, ordered: readonly Understood[]): Promise<readonly ImportReport[]> {
  const context = { warehouse: app.warehouse, workspace: app.workspace, effects: app.effects, decisions: await identityDecisions(app.control) };
  const first = await nextBatch(app);
  const reports: ImportReport[] = [];
  const before = await traitNames(app.warehouse);
  let after = before;
  try {
    await app.warehouse.transaction(async () => {
      for (const [index, { staged, mapping }] of ordered.entries()) {
        const batch = first + index;
        const report = await importStaged(context, staged, mapping, { importId: String(batch), batch, dryRun: false, rejectsFile: null });
        reports.push({ ...report, import: null, dry_run: true, file: staged.name });
      }
      after = await traitNames(app.warehouse);
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  const lost = await lostTraitWarnings(app, before, after);
  return reports.map((report, index) => (index === reports.length - 1 ? { ...report, warnings: [...lost, ...report.warnings] } : report));
}
