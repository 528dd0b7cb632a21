import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBBlobValue,
  DuckDBTimestampValue,
  DuckDBTimestampTZValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import { ClienteleError } from '../../core/index.ts';
import { compile, type Fragment, sql, type Value } from '../../sql/index.ts';
import type { Column, Row, Warehouse } from '../warehouse.ts';
import { countWork, type Work } from './at-rest.ts';
import { type HandOver, makeHandOver } from './hand-over.ts';
import { loadInto } from './load-tables.ts';
import { keepPlanned } from './keep-planned.ts';
import { changesTheLayout, keepStatements } from './kept-statements.ts';
import { stageOver } from './stage.ts';
import { type Aid, aidOf } from './aid.ts';
import { trimPages } from './trim-pages.ts';
import { type SharedLayout, watchLayout } from './watch-layout.ts';

export type DuckdbOptions = { readonly threads?: number; readonly memoryLimit?: string; readonly tempFolder?: string };

/** Opens (or makes) a DuckDB file, `:memory:` for none. One process at a time: the file is locked. */
export async function openDuckdb(file: string, options: DuckdbOptions = {}): Promise<Warehouse> {
  const instance = await createInstance(file, options);
  const first = await connect(instance);
  // What a thread of the engine has let go of goes back to the system although that thread has nothing more to do: else the most that each ever held stays.
  await first.run('set allocator_background_threads = true');
  if (options.tempFolder !== undefined) await first.run(`set temp_directory = '${options.tempFolder.replaceAll("'", "''")}'`);
  const aid = aidOf(() => instance.connect());
  const work = countWork();
  return overConnection({ instance, aid, layout: { changes: 0 }, handOver: makeHandOver(first), work, bound: options.memoryLimit }, first, async () => {
    await work.end();
    await aid.end();
    instance.closeSync();
  });
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await connection.run('set preserve_insertion_order = true');
  // Whoever takes rows as they come works on some while the engine makes the next: with the 1 MB of before it mostly waited for that to be fetched.
  await connection.run("set streaming_buffer_size = '64MB'");
  return connection;
}

async function createInstance(file: string, options: DuckdbOptions): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file, {
      // Text in one dictionary with its strings packed (DuckDB ≥ 1.3): half the work of writing it, a third of reading it, and smaller.
      storage_compatibility_version: 'v1.3.0',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (/lock/i.test(detail)) throw new ClienteleError('workspace.locked', { folder: file }, {}, cause);
    throw new ClienteleError('file.unreadable', { file, detail, hint: 'Restore it from a backup, or run `clientele rebuild`.' }, {}, cause);
  }
}

/** What all connections to one file share. */
type Shared = {
  readonly instance: DuckDBInstance;
  readonly aid: Aid;
  readonly layout: SharedLayout;
  readonly handOver: HandOver;
  readonly work: Work;
  readonly bound: string | undefined;
};

function overConnection(shared: Shared, connection: DuckDBConnection, afterClose: () => Promise<void>, keepsTables = false): Warehouse {
  let depth = 0;
  let closed = false;

  // A connection holds one streaming result: a second statement would cut the first one's rows off without a word, and one that is being planned fails. So all that is run on it takes turns: where a
  // transaction begins and ends, and what is loaded, as much as statements, since whoever else asks on it does not know of them.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const counted = (): Promise<T> => shared.work.during(work);
    const turn = last.then(counted, counted);
    last = turn.catch(() => undefined);
    return turn;
  };

  const kept = keepStatements(connection);
  let isSteady = false;
  const layout = watchLayout(shared.layout, () => depth > 0);
  const planned = keepPlanned(connection, kept, layout.note);

  const start = async (statement: Fragment) => {
    if (isSteady && layout.isAnother()) kept.forget();
    const once = isSteady ? await planned.statement(statement) : undefined;
    if (once !== undefined) return once.run();
    const { text, values } = compile(statement);
    if (isSteady) return (await kept.bound(text, values.map(bindable), values.map(bindType))).run();
    if (values.length === 0) return connection.stream(text);
    return connection.stream(text, values.map(bindable), values.map(bindType) as DuckDBType[]);
  };

  const direct = (text: string, values: readonly Value[]) =>
    values.length === 0 ? connection.run(text) : connection.run(text, values.map(bindable), values.map(bindType) as DuckDBType[]);

  /** Answers how many rows it changed. */
  const runNow = async (statement: Fragment): Promise<number> => {
    const { text, values } = compile(statement);
    const isKept = isSteady && !changesTheLayout(text);
    if (isKept && layout.isAnother()) kept.forget();
    const once = isKept ? await planned.statement(statement) : undefined;
    const ready = once ?? (isKept ? await kept.bound(text, values.map(bindable), values.map(bindType)) : undefined);
    const { rowsChanged } = await (ready === undefined ? direct(text, values) : ready.run());
    layout.note(text);
    return rowsChanged;
  };

  const rowsNow = async <T extends Row = Row>(query: Fragment): Promise<readonly T[]> => {
    const result = await start(query);
    const names = result.deduplicatedColumnNames();
    const found: T[] = [];
    for await (const chunk of result.yieldRows()) {
      for (const values of chunk) found.push(Object.fromEntries(names.map((name, index) => [name, plain(values[index])])) as T);
    }
    return found;
  };

  const chunksNow = async (query: Fragment, each: (columns: readonly Column[], rows: number) => void): Promise<void> => {
    const result = await start(query);
    const names = result.deduplicatedColumnNames();
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      each(
        names.map((name, index) => ({ name, values: columnValues(chunk.getColumnVector(index)) })),
        chunk.rowCount,
      );
    }
  };

  const runInTurn = (statement: Fragment): Promise<number> => inTurn(() => runNow(statement));
  const run: Warehouse['run'] = async (statement) => void (await runInTurn(statement));
  const rows = <T extends Row = Row>(query: Fragment): Promise<readonly T[]> => inTurn(() => rowsNow<T>(query));
  const chunks: Warehouse['chunks'] = (query, each) => inTurn(() => chunksNow(query, each));

  const numbers: Warehouse['numbers'] = (query, each) => inTurn(() => shared.handOver(query, each, runNow));

  const integers = async (query: Fragment): Promise<Int32Array> => {
    const found: Int32Array[] = [];
    let total = 0;
    await chunks(query, ([column], count) => {
      const values = column?.values ?? [];
      const copy = values instanceof Int32Array ? values.slice(0, count) : Int32Array.from(values as ArrayLike<number>);
      found.push(copy);
      total += copy.length;
    });
    const all = new Int32Array(total);
    let at = 0;
    for (const part of found) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };

  const staging = stageOver(runInTurn, keepsTables);

  // Without the optimiser a plan depends on nothing that the engine knows of the rows, so it holds whatever rows come.
  const steady: Warehouse['steady'] = async (work) => {
    if (isSteady || !keepsTables) return work();
    await inTurn(() => connection.run('pragma disable_optimizer'));
    isSteady = true;
    try {
      return await work();
    } finally {
      isSteady = false;
      await inTurn(() => connection.run('pragma enable_optimizer'));
    }
  };

  const transaction = async <T>(work: () => Promise<T>): Promise<T> => {
    if (depth > 0) return work();
    depth += 1;
    try {
      await inTurn(() => connection.run('begin transaction'));
      const result = await work();
      await inTurn(() => connection.run('commit'));
      layout.ended();
      return result;
    } catch (error) {
      await inTurn(() => connection.run('rollback')).catch(() => undefined);
      layout.ended();
      staging.forget();
      planned.forget();
      throw error;
    } finally {
      depth -= 1;
    }
  };

  const attached: Warehouse['attached'] = async (file, name, work) => {
    await inTurn(async () => connection.run(`attach '${file.replaceAll("'", "''")}' as "${name.replaceAll('"', '""')}"`));
    try {
      return await work();
    } finally {
      await inTurn(async () => connection.run(`detach "${name.replaceAll('"', '""')}"`));
    }
  };

  const loads = loadInto(connection, layout.note);

  return {
    engine: 'duckdb',
    run,
    rows,
    row: async <T extends Row = Row>(query: Fragment) => (await rows<T>(query))[0],
    integers,
    chunks,
    numbers,
    transaction,
    load: (table, columns, source) => inTurn(() => loads.load(table, columns, source)),
    loadNumbers: (table, columns) => inTurn(() => loads.loadNumbers(table, columns)),
    attached,
    stage: staging.stage,
    tidy: staging.tidy,
    letGo: async (beginnings) => {
      const tables = await rows<{ name: string }>(sql`select table_name as name from duckdb_tables() where temporary`);
      await staging.letGo(tables.map(({ name }) => name).filter((name) => beginnings.some((beginning) => name.startsWith(beginning))));
    },
    steady,
    another: async (options) => overConnection(shared, await connect(shared.instance), async () => undefined, options?.keepsTables),
    trimmed: (keep) => shared.work.atRest(() => trimPages(shared.instance, keep, shared.bound)),
    unaided: (work) => shared.aid.without(work),
    interrupt: () => {
      if (!closed) connection.interrupt();
    },
    close: async () => {
      if (closed) return;
      closed = true;
      // Not before what is running is done: the engine would wait for that and keep this thread.
      await last;
      kept.forget();
      connection.closeSync();
      await afterClose();
    },
  };
}

function bindable(value: Value): DuckDBValue {
  if (value instanceof Uint8Array) return new DuckDBBlobValue(value);
  if (typeof value === 'object' && value !== null) return new DuckDBTimestampValue(BigInt(value.at));
  return value;
}

function bindType(value: Value): DuckDBType | undefined {
  if (value instanceof Uint8Array) return BLOB;
  if (typeof value === 'object' && value !== null) return TIMESTAMP;
  switch (typeof value) {
    case 'string':
      return VARCHAR;
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return BIGINT;
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? INTEGER : DOUBLE;
    default:
      return VARCHAR;
  }
}

function columnValues(vector: {
  readonly itemCount: number;
  getItem: (index: number) => DuckDBValue | null;
  toArray: () => (DuckDBValue | null)[];
}): ArrayLike<unknown> {
  if ('items' in vector && vector.items instanceof Int32Array && !hasNulls(vector)) return vector.items;
  return vector.toArray().map(plain);
}

function hasNulls(vector: object): boolean {
  if (!('validity' in vector)) return true;
  const validity = vector.validity as { readonly data?: BigUint64Array | null } | null;
  return validity !== null && validity.data !== null && validity.data !== undefined;
}

/** Engine values as plain ones; see `Row`. */
function plain(value: DuckDBValue | null | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return Number(value.micros);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBBlobValue) return value.bytes;
  if (typeof value === 'object') return value.toString();
  return value;
}
