import type { ImportReport } from '../../contract/index.ts';
import type { People } from './people.ts';

/** What recording a batch came to. Counts of things the kind does not have are 0. */
export type Recorded = {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly orders: number;
  readonly items: number;
  readonly returns: number;
  readonly unattributedOrders: number;
  readonly duplicateLines: number;
  readonly people: People;
  readonly warnings: readonly string[];
  readonly statuses?: ImportReport['statuses'];
};

export const nothingRecorded = {
  created: 0,
  updated: 0,
  skipped: 0,
  orders: 0,
  items: 0,
  returns: 0,
  unattributedOrders: 0,
  duplicateLines: 0,
  warnings: [],
} as const;

/** For kinds of record that name no customer. */
export const nobody: People = { columns: [], table: undefined, touchedTable: null, created: 0, touched: 0 };
