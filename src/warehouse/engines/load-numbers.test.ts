import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';

test('columns of numbers arrive whole, over several vectors of the engine, NaN as null', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  const rows = 5000;
  const thirds = Float64Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? Number.NaN : row));
  // The first vector of the second column is all null, those after it are not.
  const late = Float64Array.from({ length: rows }, (_, row) => (row < 2048 ? Number.NaN : row));
  await warehouse.loadNumbers('numbers', [
    { name: 'thirds', values: thirds },
    { name: 'late', values: late },
  ]);
  expect(
    await warehouse.row(sql`select count(*) as "all", count(thirds) as thirds, sum(thirds) as sum, min(late) as least, count(late) as late from numbers`),
  ).toEqual({
    all: 5000,
    thirds: 3333,
    // 0 + 1 + … + 4999 = 12,497,500, less the multiples of three: 3 · (0 + … + 1666) = 4,165,833.
    sum: 8_331_667,
    least: 2048,
    late: 2952,
  });
  await warehouse.loadNumbers('numbers', [{ name: 'none', values: new Float64Array() }]);
  expect(await warehouse.row(sql`select count(*) as n from numbers`)).toEqual({ n: 0 });
  await warehouse.close();
});
