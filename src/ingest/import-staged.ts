import { renameSync, rmSync } from 'node:fs';
import { type ImportReport, type Mapping, ROW_HASH, type Staged } from '../contract/index.ts';
import { sql, timestamp } from '../sql/index.ts';
import { type Checked, checkRows } from './check/check-rows.ts';
import { countryWarnings } from './check/country-warnings.ts';
import { dropWarnings } from './check/drop-warnings.ts';
import { releaseStaged } from './check/release-staged.ts';
import type { Identity, ImportRun, IngestContext, Job } from './context.ts';
import { peopleWarnings } from './record/people-warnings.ts';
import { recordKind } from './record/record-kind.ts';
import type { Recorded } from './record/recorded.ts';
import type { FoldedOrders } from './told/record-folded.ts';
import { worthOfNothing } from './check/worth-of-nothing.ts';
import { unreadWords } from './check/unread-words.ts';
import { recordToldOrders } from './told/record-told-orders.ts';
import { updatedProfiles } from './record/updated-profiles.ts';
import { groupRejects, writeRejects } from './rejects.ts';

/** Thrown inside the transaction of a dry run, so that everything is counted and nothing stays. */
const dryRunDone = Symbol('dry run');

/**
 * Staged rows → checked → people found → facts recorded → report, all in one warehouse transaction that also writes the batch.
 * A dry run does the same work and rolls it back, so its counts are exact. The rejects file appears after the commit, never before.
 * Throws `date.ambiguous`, `number.ambiguous`, `mapping.missing-field`.
 */
export async function importWith(identity: Identity, context: IngestContext, staged: Staged, mapping: Mapping, run: ImportRun): Promise<ImportReport> {
  const job: Job = { context, staged, mapping, run, at: context.effects.now() };
  const begun = performance.now();
  const outcome: { report?: ImportReport; rejects?: string | undefined } = {};
  // Checking fills temp tables only, and what is dropped inside a transaction keeps its memory until the end.
  const checked = await check(job);
  try {
    await context.warehouse.transaction(async () => {
      const recorded = await record(job, identity, checked);
      outcome.rejects = run.rejectsFile === null ? undefined : await writeRejects(context.warehouse, staged, checked.rejections, run.rejectsFile);
      const report = await reportOf(job, checked, recorded, outcome.rejects !== undefined, begun);
      outcome.report = withOrders(report, await recordToldOrders(job, identity, checked));
      await follow(job, recorded);
      if (run.dryRun) throw dryRunDone;
    });
  } catch (error) {
    if (error !== dryRunDone) {
      if (outcome.rejects !== undefined) rmSync(outcome.rejects, { force: true });
      throw error;
    }
  }
  if (outcome.rejects !== undefined && run.rejectsFile !== null) renameSync(outcome.rejects, run.rejectsFile);
  if (outcome.report === undefined) throw new Error('an import ended without a report');
  return { ...outcome.report, seconds: secondsSince(begun) };
}

const progressOf =
  ({ context }: Job) =>
  (label: string, done: number): void =>
    context.effects.progress({ label, done, total: 3 });

async function check(job: Job): Promise<Checked> {
  const { context, staged, mapping, run, at } = job;
  const { warehouse, workspace } = context;
  progressOf(job)('checking', 0);
  const request = { staged, mapping, workspace, now: at, hashContent: needsContent(mapping) };
  const checked = await checkRows(warehouse, request);
  if (run.releaseStaged === true && mapping.options.ordersFromEvents !== true) await releaseStaged(warehouse, request, checked);
  return checked;
}

async function record(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  const { context, mapping, run, at } = job;
  // A dry run takes back what it writes: whoever watches it should not read that anything is kept.
  progressOf(job)(run.dryRun ? 'working out what changes' : 'recording', 1);
  const recorded = await recordKind(job, identity, checked);
  await context.warehouse.run(sql`insert into batches values (${run.batch}, ${run.importId}, ${mapping.source}, ${mapping.kind}, ${timestamp(at)})`);
  return recorded;
}

/** What changes with the facts or not at all. */
async function follow(job: Job, recorded: Recorded): Promise<void> {
  const { run } = job;
  const step = progressOf(job);
  if (run.afterRecord !== undefined && !run.dryRun) {
    step('refreshing', 2);
    await run.afterRecord({ batch: run.batch, people: recorded.people.touchedTable, records: recorded.created + recorded.updated });
  }
  step('done', 3);
}

/** Orders that stand in the events of a file count as its orders. */
const withOrders = (report: ImportReport, told: FoldedOrders): ImportReport => ({
  ...report,
  orders: report.orders + told.orders,
  items: report.items + told.items,
  returns: report.returns + told.returns,
  unattributed_orders: report.unattributed_orders + told.unattributedOrders,
  duplicate_lines: report.duplicate_lines + told.duplicateLines,
  warnings: [...report.warnings, ...told.warnings],
});

/** Records that have no id of their own are told apart by what they say. */
function needsContent({ kind, columns, options }: Mapping): 'number' | 'text' | undefined {
  const has = (field: string) => columns.some((column) => column.field === field);
  if (kind === 'events' || kind === 'messages') return has('event_id') ? undefined : 'number';
  if (options.orderIdFrom?.includes(ROW_HASH) === true || options.customerIdFrom?.includes(ROW_HASH) === true) return 'text';
  return kind === 'feedback' && !has('feedback_id') ? 'text' : undefined;
}

async function reportOf(job: Job, checked: Checked, recorded: Recorded, rejectsWritten: boolean, begun: number): Promise<ImportReport> {
  const { context, staged, mapping, run } = job;
  const rejects = await groupRejects(context.warehouse, staged, checked.rejections);
  const rejected = rejects.reduce((sum, group) => sum + group.rows, 0);
  const dropped = await dropWarnings(context.warehouse, staged, checked);
  const words = await unreadWords(context.warehouse, staged, checked, dropped);
  const rows = staged.rows + (staged.unreadableCount ?? staged.unreadable.length);
  const merging = await peopleWarnings(job, checked, recorded.people);
  return {
    import: run.dryRun ? null : run.importId,
    preset: mapping.preset,
    kind: mapping.kind,
    source: mapping.source,
    rows,
    accepted: rows - rejected,
    rejected,
    orders: recorded.orders,
    items: recorded.items,
    returns: recorded.returns,
    profiles_created: recorded.people.created,
    profiles_updated: await updatedProfiles(context.warehouse, mapping.kind, run.batch),
    unattributed_orders: recorded.unattributedOrders,
    created: recorded.created,
    updated: recorded.updated,
    skipped: recorded.skipped,
    duplicate_lines: recorded.duplicateLines,
    seconds: secondsSince(begun),
    rejects_file: rejectsWritten ? run.rejectsFile : null,
    rejects,
    ...(words.length === 0 ? {} : { unread_words: words }),
    ...(recorded.statuses === undefined ? {} : { statuses: recorded.statuses }),
    ...(merging.length === 0 ? {} : { merging }),
    warnings: [
      ...merging,
      ...(mapping.warnings ?? []),
      ...dropped.values(),
      ...(await countryWarnings(context.warehouse, checked)),
      ...recorded.warnings,
      ...(await worthOfNothing(context.warehouse, checked, rejects, context.workspace.currency)),
    ],
    columns: mapping.columns,
    dry_run: run.dryRun,
  };
}

const secondsSince = (begun: number): number => Math.round(performance.now() - begun) / 1000;
