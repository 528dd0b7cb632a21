import type { Readable } from 'node:stream';

/** Where records come from. A stream is standard input or anything else that can be read once. */
export type SourceInput =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream'; readonly stream: Readable; readonly name: string; readonly format?: StreamFormat }
  | { readonly kind: 'query'; readonly url: string; readonly query: string };

export type StreamFormat = 'singer' | 'airbyte' | 'jsonl' | 'csv';

/** What a person says about a source; whatever is left out is found out by looking. */
export type ReadOptions = {
  readonly delimiter?: string;
  /** A name that the WHATWG or iconv knows: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding?: string;
  /** False when the first row is data already. */
  readonly header?: boolean;
  /** Names for the columns of a file without a header, in order. */
  readonly columns?: readonly string[];
  /** Name or number (from 1) of a workbook's sheet. */
  readonly sheet?: string;
  /** The character around cells; empty for none. */
  readonly quote?: string;
  /** Name of the temp table, and prefix where a source holds several streams. */
  readonly table?: string;
  /** Folder for files that exist while a source is read. */
  readonly tempFolder: string;
};
