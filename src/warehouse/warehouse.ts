import type { Fragment } from '../sql/index.ts';

/** A row as plain values: DECIMAL and integers are numbers, TIMESTAMP is microseconds since 1970 (an `Instant`), lists are arrays. */
export type Row = Readonly<Record<string, unknown>>;

/** One narrow column of a result, in order. */
export type Column = { readonly name: string; readonly values: ArrayLike<unknown> };

/** One column of numbers as it lies in the engine's memory. `known`: a bit for each row, where some are null; TIMESTAMP is microseconds. */
export type NumberColumn = {
  readonly values: Int32Array<ArrayBuffer> | BigInt64Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
  readonly known: BigUint64Array<ArrayBuffer> | undefined;
};

/**
 * The fact store. Small on purpose: run a statement, read a small result as rows, read a large one as typed columns.
 * Statements are SQL fragments; bulk work stays inside the engine.
 */
export type Warehouse = {
  readonly engine: 'duckdb';
  /** Runs one statement. */
  readonly run: (statement: Fragment) => Promise<void>;
  /** Small results only: every row becomes an object. */
  readonly rows: <T extends Row = Row>(query: Fragment) => Promise<readonly T[]>;
  /** First row, or undefined. */
  readonly row: <T extends Row = Row>(query: Fragment) => Promise<T | undefined>;
  /** One INTEGER column (profile numbers) as a typed array: cheap for hundreds of thousands. */
  readonly integers: (query: Fragment) => Promise<Int32Array>;
  /** Large results in chunks of up to 2,048 rows, column by column. */
  readonly chunks: (query: Fragment, each: (columns: readonly Column[], rows: number) => void) => Promise<void>;
  /**
   * Results of millions of rows, columns of INTEGER, BIGINT, TIMESTAMP, DOUBLE or UTINYINT alone, in chunks of up to 2,048 rows and any order: no value becomes an object, and the engine makes the next rows
   * while `each` works. What it is given is there during the call only.
   */
  readonly numbers: (query: Fragment, each: (columns: readonly NumberColumn[], rows: number) => void) => Promise<void>;
  /** All or nothing. Nested calls join the outer transaction. */
  readonly transaction: <T>(work: () => Promise<T>) => Promise<T>;
  /** Creates a temp table and fills it from JavaScript rows through the engine's appender. Types are DuckDB type names. */
  readonly load: (
    table: string,
    columns: readonly { readonly name: string; readonly type: LoadType }[],
    rows: Iterable<readonly LoadValue[]> | AsyncIterable<readonly LoadValue[]>,
  ) => Promise<number>;
  /** Creates a temp table of DOUBLE columns from typed arrays of one length, NaN as null: millions of numbers in no time. */
  readonly loadNumbers: (table: string, columns: readonly { readonly name: string; readonly values: Float64Array }[]) => Promise<void>;
  /** Runs work with another warehouse's file open beside this one, under a schema name of ours. That file must not be open elsewhere. */
  readonly attached: <T>(file: string, name: string, work: () => Promise<T>) => Promise<T>;
  /** A second connection to the same facts: it sees what is committed, keeps temporary tables of its own and waits for nobody. */
  readonly another: (options?: { readonly keepsTables?: boolean }) => Promise<Warehouse>;
  /**
   * A temporary table of this name that holds the rows of a query and nothing else. A connection that keeps tables fills the one of before again where the query is the same.
   * `view` is made over it, under a name of its own.
   */
  readonly stage: (table: string, query: Fragment, view?: StagedView) => Promise<void>;
  /**
   * Nobody needs what is staged any more: on a connection that keeps tables they are emptied now and then, so that what was taken out of them does not pile up. Not within
   * a transaction.
   */
  readonly tidy: () => Promise<void>;
  /** Drops the temporary tables of this connection whose names begin so, whoever made them: what was worked out for everybody would lie in memory until the next time. */
  readonly letGo: (beginnings: readonly string[]) => Promise<void>;
  /**
   * Runs work over few rows whose statements come again and again: on a connection that keeps tables each is planned once, whatever rows come. Joins are made in the
   * order in which they are written and nothing is moved to the scan, so it is no place for reading large tables.
   */
  readonly steady: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Runs work of short statements: whoever asks does them alone, because to wake other threads takes longer than they would save (half the processor time of a round
   * of live data). Whatever other connections ask meanwhile is done by one thread each, too.
   */
  readonly unaided: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Of the file's pages that the engine holds in memory at most so many bytes stay, those that were read last. Waits
   * for a moment in which no statement runs on any connection; false where none came before the end.
   */
  readonly trimmed: (bytes: number) => Promise<boolean>;
  /** Stops the statement that is running on this connection: it fails, and the connection goes on serving. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
};

/** A temporary view: what only it says of its rows takes no room. */
export type StagedView = { readonly name: string; readonly query: Fragment };

export type LoadType = 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP' | 'BLOB';
/** TIMESTAMP takes microseconds (an `Instant`). */
export type LoadValue = string | number | bigint | boolean | Uint8Array | null;
