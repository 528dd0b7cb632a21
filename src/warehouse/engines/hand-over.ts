import { ANY, type DuckDBConnection, DuckDBScalarFunction, DuckDBTypeId, INTEGER, UTINYINT } from '@duckdb/node-api';
import bindings, { type DataChunk } from '@duckdb/node-bindings';
import { type Fragment, sql } from '../../sql/index.ts';
import type { NumberColumn, Warehouse } from '../warehouse.ts';
import { untilTheyGoOn } from './until-they-go-on.ts';

/** Runs a query, by the statement that hands its rows over. */
export type HandOver = (query: Fragment, each: Each, run: (statement: Fragment) => Promise<unknown>) => Promise<void>;
type Each = Parameters<Warehouse['numbers']>[1];

/**
 * Makes a function of the engine, known to all its connections, that gives each chunk of rows to whoever waits for them: nothing is kept until it is fetched, and nobody is woken for it but this thread. The engine's
 * threads wait meanwhile, so whoever takes rows must not wait for the engine.
 */
export function makeHandOver(connection: DuckDBConnection): HandOver {
  const takers = new Map<number, (chunk: DataChunk) => void>();
  let last = 0;
  const made = new DuckDBScalarFunction();
  made.setName('handed_over');
  made.addParameter(INTEGER);
  made.setVarArgs(ANY);
  made.setReturnType(UTINYINT);
  made.setSpecialHandling();
  made.setVolatile();
  // Not by the library's own objects: with their types and ways to change them they take 30 µs for four columns, as long as it takes to make 2,048 rows of them and to count those.
  bindings.scalar_function_set_function(made.scalar_function, (_, chunk) => {
    const [only] = takers.values();
    (takers.size === 1 ? only : takers.get(Number(columnOf(chunk, 0, Int32Array, 1).values[0])))?.(chunk);
  });
  connection.registerScalarFunction(made);

  return async (query, each, run) => {
    last += 1;
    const number = last;
    let types: readonly Numbers[] | undefined;
    let failed: { readonly error: unknown } | undefined;
    takers.set(number, (chunk) => {
      if (failed !== undefined) return;
      try {
        const rows = bindings.data_chunk_get_size(chunk);
        types ??= typesOf(chunk);
        const columns = types.map((type, index) => columnOf(chunk, index + 1, type, rows));
        each(columns, rows);
        // Detached by hand: what V8 believes itself to hold outside its heap would make it collect the whole of it every few hundred chunks.
        for (const { values, known } of columns) for (const { buffer } of known === undefined ? [values] : [values, known]) buffer.transfer(0);
      } catch (error) {
        failed = { error };
        throw error;
      }
    });
    try {
      await untilTheyGoOn(run(sql`select max(handed_over(${number}, *columns(*))) from (${query})`));
    } catch (error) {
      throw failed === undefined ? error : failed.error;
    } finally {
      // Not earlier: no chunk of this query comes any more.
      takers.delete(number);
    }
  };
}

type Numbers = { readonly BYTES_PER_ELEMENT: number; new (buffer: ArrayBuffer, from: number, length: number): NumberColumn['values'] };

const numbers: ReadonlyMap<number, Numbers> = new Map<number, Numbers>([
  [DuckDBTypeId.UTINYINT, Uint8Array],
  [DuckDBTypeId.INTEGER, Int32Array],
  [DuckDBTypeId.BIGINT, BigInt64Array],
  [DuckDBTypeId.TIMESTAMP, BigInt64Array],
  [DuckDBTypeId.DOUBLE, Float64Array],
]);

/** The first column tells whom the others are for. */
const typesOf = (chunk: DataChunk): readonly Numbers[] =>
  Array.from({ length: bindings.data_chunk_get_column_count(chunk) - 1 }, (_, index) => {
    const type = numbers.get(bindings.get_type_id(bindings.vector_get_column_type(bindings.data_chunk_get_vector(chunk, index + 1))));
    if (type === undefined) throw new Error('a column that is not of numbers');
    return type;
  });

/** As it lies in the engine's memory, which nobody shares. */
function columnOf(chunk: DataChunk, index: number, type: Numbers, rows: number): NumberColumn {
  const vector = bindings.data_chunk_get_vector(chunk, index);
  const words = Math.ceil(rows / 64);
  const values = bindings.vector_get_data(vector, rows * type.BYTES_PER_ELEMENT) as Uint8Array<ArrayBuffer>;
  const known = bindings.vector_get_validity(vector, words * 8) as Uint8Array<ArrayBuffer> | null;
  return {
    values: new type(values.buffer, values.byteOffset, rows),
    known: known === null ? undefined : new BigUint64Array(known.buffer, known.byteOffset, words),
  };
}
