import type { ImportReport, Mapping, Staged } from '../contract/index.ts';
import { forgetBatch, resolveIdentities } from '../profiles/index.ts';
import type { Identity, ImportRun, IngestContext } from './context.ts';
import { importWith } from './import-staged.ts';
import type { LiveRow } from './live/live-batch.ts';
import type { KnownPeople } from './live/live-people.ts';
import { type RecordedLive, recordLive } from './live/record-live.ts';
import { undoWith } from './undo/undo-import.ts';
import type { Undone } from './undo/undone.ts';

export { ambiguousColumns } from './check/ambiguous-columns.ts';
export { identifiersAsKept } from './check/as-kept.ts';
export { describeItems, undescribeItems } from './catalogue/describe-items.ts';
export type { ImportRun, IngestContext, Touched } from './context.ts';
export { recountOrders } from './record/recount-orders.ts';
export { qualityReport, qualityRules } from './quality/quality-report.ts';
export type { Undone } from './undo/undone.ts';

const identity: Identity = { resolve: resolveIdentities, forget: forgetBatch };

/** `importWith`, with the people of this workspace. */
export const importStaged = (context: IngestContext, staged: Staged, mapping: Mapping, run: ImportRun): Promise<ImportReport> =>
  importWith(identity, context, staged, mapping, run);

/** `undoWith`, with the people of this workspace. */
export const undoImport = (context: IngestContext, batch: number): Promise<Undone> => undoWith(identity, context, batch);

export { beginClustering, clusterEvents, type Laying } from './live/cluster-events.ts';
export { liveBatch, type LiveRow, type Refused } from './live/live-batch.ts';
export type { KnownPeople } from './live/live-people.ts';
export { type RecordedLive, troubleOf } from './live/record-live.ts';

/** `recordLive`, with the people of this workspace. */
export const recordLiveRows = (
  context: IngestContext,
  rows: readonly LiveRow[],
  known: KnownPeople,
  found?: (profiles: ReadonlySet<number>) => void,
): Promise<RecordedLive> => recordLive(context, identity, rows, known, found);
