import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';

const known = (bits: BigUint64Array | undefined, row: number): boolean => bits === undefined || ((bits[row >>> 6] ?? 0n) >> BigInt(row & 63)) % 2n === 1n;

test('columns of numbers are handed over as they lie, with what is unknown of them, and the connection goes on serving', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  const found: (number | null)[][] = [[], [], [], []];
  // The second column is unknown in the second chunk alone, every third row.
  const query = sql`
    select i::integer as a, case when i < 2048 or i >= 4096 or i % 3 > 0 then i / 4 end as b, '1970-01-01'::timestamp + to_microseconds(i) as c, (i % 60000)::usmallint as d
    from range(70000) t (i)`;
  await warehouse.numbers(query, (columns, rows) => {
    for (const [index, column] of columns.entries()) {
      expect(column.values).toHaveLength(rows);
      for (let row = 0; row < rows; row += 1) found[index]?.push(known(column.known, row) ? Number(column.values[row]) : null);
    }
  });
  const rows = Array.from({ length: 70_000 }, (_, row) => row);
  expect(found[0]).toEqual(rows);
  expect(found[1]).toEqual(rows.map((row) => (row < 2048 || row >= 4096 || row % 3 > 0 ? row / 4 : null)));
  expect(found[2]).toEqual(rows);
  expect(found[3]).toEqual(rows.map((row) => row % 60_000));
  await expect(warehouse.numbers(sql`select 'a text' from range(5000)`, () => undefined)).rejects.toThrow('not of numbers');
  await expect(
    warehouse.numbers(sql`select i::integer from range(100000) t (i)`, () => {
      throw new Error('enough');
    }),
  ).rejects.toThrow('enough');
  await expect(
    warehouse.numbers(sql`select (1 / (69999 - i))::integer, error(i::varchar) from range(70000) t (i) where i > 60000`, () => undefined),
  ).rejects.toThrow();
  expect(await warehouse.row(sql`select 1 as one`)).toEqual({ one: 1 });
  await warehouse.close();
});
