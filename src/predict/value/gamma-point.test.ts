import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { gammaUpTo, highShare, lowShare, withGammaPoints } from './gamma-point.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
});
afterAll(() => warehouse.close());

// A chi-square variable of k degrees is a gamma variable of mean k and shape k / 2. Its 10, 50 and 90% points, as printed in tables.
test.each([
  [4, [1.064, 3.357, 7.779]],
  [10, [4.865, 9.342, 15.987]],
  [30, [20.599, 29.336, 40.256]],
])('points of a gamma variable are those of the chi-square tables: %i degrees', async (degrees, points) => {
  const mean = sql`${degrees}::DOUBLE`;
  const shape = sql`${degrees / 2}::DOUBLE`;
  for (const [index, share] of [0.1, 0.5, 0.9].entries()) {
    const point = points[index] ?? Number.NaN;
    const asked = sql`select ${share}::DOUBLE as share, ${gammaUpTo(sql`${point}::DOUBLE`, mean, shape)} as up_to`;
    const row = await warehouse.row<{ found: number; up_to: number }>(withGammaPoints(asked, [{ as: 'found', share: sql`share`, mean, shape }]));
    expect(Math.abs((row?.found ?? 0) / point - 1)).toBeLessThan(0.02);
    expect(row?.up_to).toBeCloseTo(share, 2);
  }
});

// By hand: with no order at 0.5 the 80% point of all is the 60% point of those who order; at 0.85 it is no order; at 0.05 a tenth is left on either side: (0.1 − 0.05) / 0.95 and (0.9 − 0.05) / 0.95.
test.each([
  [0.5, null, 0.6],
  [0.85, null, null],
  [0.05, 0.05 / 0.95, 0.85 / 0.95],
])('ends among those who order at all, with no order at %f', async (none, low, high) => {
  const row = await warehouse.row<{ low: number | null; high: number | null }>(
    sql`select ${lowShare(sql`none`)} as low, ${highShare(sql`none`)} as high from (select ${none}::DOUBLE as none)`,
  );
  for (const [found, wanted] of [
    [row?.low, low],
    [row?.high, high],
  ] as const) {
    if (wanted === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(wanted, 9);
  }
});
