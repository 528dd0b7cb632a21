/**
 * A source that has been read, not yet understood: a temp table `table` with `line BIGINT` (1-based line of the file on
 * which the record starts, header included) and one VARCHAR column `c0`, `c1` … per header. Nested values are JSON text,
 * nested objects are flattened with dots. Missing cells are NULL; empty text stays empty text.
 */
export type Staged = {
  readonly table: string;
  readonly headers: readonly string[];
  readonly rows: number;
  /** Lines that could not be read at all (wrong number of cells, broken quoting, bad encoding): they go to the rejects. */
  readonly unreadable: readonly { readonly line: number; readonly reason: string; readonly text: string }[];
  /** How many those are, where there are more than the list keeps. */
  readonly unreadableCount?: number;
  readonly format: SourceFormat;
  /** Base name of the file, or the URL without its password. */
  readonly name: string;
  /** For record streams: the stream's name. */
  readonly stream?: string;
  /** Singer and Airbyte: states met in the input, in order (the last ones when there are many), on its last stream. Emit the last only after the import is committed. */
  readonly states?: readonly unknown[];
};

export type SourceFormat = {
  readonly kind: 'csv' | 'xlsx' | 'json' | 'jsonl' | 'parquet' | 'singer' | 'airbyte' | 'postgresql' | 'mysql';
  readonly compression?: 'gzip' | 'zstd';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly hasHeader?: boolean;
};

/** The columns of a rejects file that stand before those of the source. */
export const rejectsHeaders = ['line', 'column', 'reason', 'value'] as const;
