import type { ColumnMapping, StatusReading } from './mapping.ts';
import type { Kind } from './kinds.ts';

/** What `clientele import FILE --json` prints; further keys may come. */
export type ImportReport = {
  /** The import's id; null for a dry run. */
  readonly import: string | null;
  /** What was read: a file's base name, a stream, a query. */
  readonly file?: string;
  readonly preset: string;
  readonly kind: Kind;
  readonly source: string;
  /** Records read, header and blank lines not counted: accepted + rejected. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Distinct counting orders, lines and returns in the accepted rows. */
  readonly orders: number;
  readonly items: number;
  readonly returns: number;
  readonly profiles_created: number;
  readonly profiles_updated: number;
  readonly unattributed_orders: number;
  /** Records (orders, customers, …): new, changed, and seen before unchanged. */
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly duplicate_lines: number;
  readonly seconds: number;
  readonly rejects_file: string | null;
  readonly rejects: readonly {
    readonly reason: string;
    readonly column: string | null;
    readonly rows: number;
    readonly example: string;
    readonly line: number;
    readonly fix: string;
  }[];
  /** Words of columns of yes and no that were not understood, commonest first, and how many further ones there are; `warning` is what `warnings` says of them. Absent where all were. */
  readonly unread_words?: readonly UnreadWords[];
  /** How the words of the status column were read, commonest first, and how many further ones there are; `warning` is what `warnings` says of them. Absent without such a column. */
  readonly statuses?: ReadStatuses;
  /** Which of `warnings` tell of several customers who become one: what to look at before all else. Absent where none do. */
  readonly merging?: readonly string[];
  readonly warnings: readonly string[];
  readonly columns: readonly ColumnMapping[];
  readonly dry_run: boolean;
};

export type ReadStatuses = {
  readonly column: string;
  readonly warning: string | null;
  readonly words: readonly { readonly word: string; readonly orders: number; readonly reading: StatusReading }[];
  readonly further: number;
};

export type UnreadWords = {
  readonly column: string;
  readonly warning: string;
  readonly words: readonly { readonly word: string; readonly rows: number }[];
  readonly further: number;
};
