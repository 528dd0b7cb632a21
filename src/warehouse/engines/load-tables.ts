import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DOUBLE,
  DuckDBBlobValue,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBVector,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import type { LoadType, LoadValue, Warehouse } from '../warehouse.ts';

/** What a warehouse's tables of a connection are filled with: rows one by one, or whole columns of numbers. `note` hears of each table that is made. */
export function loadInto(connection: DuckDBConnection, note: (statement: string) => void): Pick<Warehouse, 'load' | 'loadNumbers'> {
  const load: Warehouse['load'] = async (table, columns, source) => {
    const types = columns.map((column) => loadTypes[column.type]);
    const making = `create or replace temp table ${quoted(table)} (${columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ')})`;
    await connection.run(making);
    note(making);
    const appender = await connection.createAppender(table, 'main', 'temp');
    let count = 0;
    try {
      for await (const values of source) {
        for (let index = 0; index < types.length; index += 1) {
          const value = values[index];
          if (value === null || value === undefined) appender.appendNull();
          else appender.appendValue(appendable(value, columns[index]?.type ?? 'VARCHAR'), types[index]);
        }
        appender.endRow();
        count += 1;
      }
    } finally {
      appender.closeSync();
    }
    return count;
  };

  const loadNumbers: Warehouse['loadNumbers'] = async (table, columns) => {
    const making = `create or replace temp table ${quoted(table)} (${columns.map(({ name }) => `${quoted(name)} DOUBLE`).join(', ')})`;
    await connection.run(making);
    note(making);
    const appender = await connection.createAppender(table, 'main', 'temp');
    try {
      const rows = columns[0]?.values.length ?? 0;
      // Making a chunk's vectors costs more than filling them, so one chunk serves for all; the last rows get one of their size.
      let chunk: DuckDBDataChunk | undefined;
      for (let from = 0; from < rows; from += chunkRows) {
        const size = Math.min(chunkRows, rows - from);
        if (chunk === undefined || size < chunkRows) {
          chunk = DuckDBDataChunk.create(
            columns.map(() => DOUBLE),
            size,
          );
        }
        for (const [index, { values }] of columns.entries()) fillNumbers(chunk.getColumnVector(index), values.subarray(from, from + size));
        appender.appendDataChunk(chunk);
      }
    } finally {
      appender.closeSync();
    }
  };

  return { load, loadNumbers };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Rows of one of the engine's vectors. */
const chunkRows = 2048;

/** The library sets one item at a time, with big integers as soon as one of them is null: thirty times the work of copying. So its own arrays are filled. */
function fillNumbers(vector: DuckDBVector, values: Float64Array): void {
  if (!('items' in vector && vector.items instanceof Float64Array && 'validity' in vector)) throw new Error('a vector of numbers without its numbers');
  vector.items.set(values);
  const known = vector.validity as { readonly data: BigUint64Array | null };
  known.data?.fill(0xffffffffffffffffn);
  const first = values.findIndex(Number.isNaN);
  if (first >= 0) {
    vector.setItem(first, null);
    if (known.data !== null) forget(new Uint32Array(known.data.buffer, known.data.byteOffset, known.data.length * 2), values, first);
  }
  vector.flush();
}

/** Takes the bit of each value that is not a number, from a place on. */
function forget(bits: Uint32Array, values: Float64Array, from: number): void {
  for (let row = from; row < values.length; row += 1) {
    if (Number.isNaN(values[row])) bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
  }
}

const loadTypes: Readonly<Record<LoadType, DuckDBType>> = { VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, TIMESTAMP, BLOB };

function appendable(value: Exclude<LoadValue, null>, type: LoadType): DuckDBValue {
  if (type === 'TIMESTAMP') return new DuckDBTimestampValue(BigInt(value as number));
  if (type === 'BIGINT') return BigInt(value as number | bigint);
  if (value instanceof Uint8Array) return new DuckDBBlobValue(value);
  return value;
}
