import type { Received } from '../../contract/index.ts';

/** A message that waits, with its place in the inbox. */
export type Waiting = { readonly seq: number; readonly message: Received };

/** What the inbox offers for messages that could not be recorded. */
export type Quarantine = {
  /** How many of each source wait. */
  readonly counts: () => Promise<ReadonlyMap<string, number>>;
  /** Those of a source after a place, oldest first; with a negative limit that many of the newest, newest first. */
  readonly of: (source: string, after: number, limit: number) => Promise<readonly Waiting[]>;
  readonly release: (seqs: readonly number[]) => Promise<void>;
};
