import type { Mapping } from '../contract/index.ts';
import type { ReadOptions } from '../sources/index.ts';

/** How one staged source is recorded. */
export type ImportRun = { readonly read: Omit<ReadOptions, 'table' | 'tempFolder'>; readonly of?: PartOfJob };

/** The job that an import belongs to, and which of its inputs it is: begun anew after a restart, the job finds what it has recorded already. */
export type PartOfJob = { readonly job: string; readonly input: string };

/** What the control store keeps to be able to import the same again. */
export type KeptMapping = { readonly mapping: Mapping; readonly read: ImportRun['read']; readonly stream: string | null; readonly of?: PartOfJob };

/** What of an import's row is needed to record it again. */
export const keptColumns = ['id', 'batch', 'mapping', 'kept_input', 'started_at', 'file'] as const;

export type KeptImport = {
  readonly id: string;
  readonly batch: number;
  readonly mapping: string;
  readonly kept_input: string | null;
  readonly started_at: string;
  readonly file: string;
};
