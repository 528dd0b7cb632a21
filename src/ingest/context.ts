import type { ImportReport, Mapping, Staged } from '../contract/index.ts';
import type { Effects, Instant, Workspace } from '../core/index.ts';
import type { IdentityDecisionRow } from '../control/index.ts';
import type { Warehouse } from '../warehouse/index.ts';

/** The world an import works in. `decisions` are what people decided about identity; they are handed on to `profiles`. */
export type IngestContext = {
  readonly warehouse: Warehouse;
  readonly workspace: Workspace;
  readonly effects: Effects;
  readonly decisions: readonly Omit<IdentityDecisionRow, 'id'>[];
};

export type ImportRun = {
  /** The import's id in the control store; a dry run reports null. */
  readonly importId: string;
  /** Grows by one per import; every row it brings carries it. */
  readonly batch: number;
  readonly dryRun: boolean;
  /** Where rejected rows are written, CSV; the file appears only when there are any, and only after the commit. */
  readonly rejectsFile: string | null;
  /** Whether the staged rows may be dropped once they are checked, where nothing of them can be asked for again: it halves the memory of large imports. */
  readonly releaseStaged?: boolean;
  /** Called inside the transaction after the facts are recorded, so that features change with them or not at all. */
  readonly afterRecord?: (touched: Touched) => Promise<void>;
};

/** What an import changed. `people` is a temp table with a column `profile`; null when no record of the batch had an identifier. */
export type Touched = { readonly batch: number; readonly people: string | null; readonly records: number };

/** What ingest needs of `profiles`; handed in, so that the two rooms can be tested apart. */
export type Identity = {
  readonly resolve: (
    warehouse: Warehouse,
    request: {
      readonly table: string;
      readonly columns: readonly { readonly namespace: string; readonly column: string }[];
      readonly batch: number;
      readonly source: string;
      readonly at: Instant;
      readonly decisions: readonly Omit<IdentityDecisionRow, 'id'>[];
    },
  ) => Promise<{ readonly table: string; readonly touchedTable: string; readonly created: number; readonly touched: number }>;
  /** Takes back identifiers, links and profiles that only this batch brought. */
  readonly forget: (warehouse: Warehouse, batch: number, decisions: IngestContext['decisions']) => Promise<unknown>;
};

export type Job = { readonly context: IngestContext; readonly staged: Staged; readonly mapping: Mapping; readonly run: ImportRun; readonly at: Instant };
export type { ImportReport };
