import { afterEach, expect, test } from 'vitest';
import { defaultWorkspace, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { withBuyerColumn } from './buyer-column.ts';
import { rhythmColumn } from './buyer-name.ts';
import { ownRhythm } from './own-rhythm.ts';

let warehouse: Warehouse | undefined;
afterEach(async () => {
  await warehouse?.close();
  warehouse = undefined;
});

// Customer 1 ordered on days 0, 10, 10 again and 30; customer 2 on day 5. By day 40: gaps of 10 and 20 days and a silence of 10, and no gap and a silence of 35. An order of day 45 is not seen.
test('gaps and silence are those between days with an order until the moment', async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const start = Date.UTC(2026, 0, 1) * 1000;
  const day = 86_400_000_000;
  await warehouse.run(sql`insert into orders by name select 's' as source, n::VARCHAR as order_id, p::INTEGER as profile,
    ${timestamp(instant(start + day / 2))} + to_days(d::INTEGER) + to_hours(h::INTEGER) as ordered_at, false as is_return, true as counts, 20 as total
    from (values (1, 1, 0, 0), (2, 1, 10, 0), (3, 1, 10, 3), (4, 1, 30, 0), (5, 2, 5, 0), (6, 2, 45, 0)) t(n, p, d, h)`);
  const asOf = instant(start + 40 * day);
  const { matrix } = await withBuyerColumn(
    warehouse,
    { ...defaultWorkspace, zone: 'UTC' },
    { asOf, told: 'by-then', profiles: Int32Array.of(2, 1, 3), table: { rows: 3, columns: [] } },
    30,
    { kind: 'bg-nbd', r: 0.5, alpha: 5, a: 0.5, b: 2 },
  );
  const found = matrix.table.columns.find(({ name }) => name === rhythmColumn);
  const gaps = [Math.log(10), Math.log(20)];
  const [first = 0, second = 0] = ownRhythm(
    {
      count: Float64Array.of(2, 0),
      sum: Float64Array.of(
        gaps.reduce((sum, own) => sum + own, 0),
        0,
      ),
      squares: Float64Array.of(
        gaps.reduce((sum, own) => sum + own * own, 0),
        0,
      ),
      silence: Float64Array.of(10, 35),
    },
    30,
  );
  const [of2 = 0, of1 = 0, of3 = 0] = found?.kind === 'number' ? found.values : [];
  expect(of1).toBeCloseTo(first, 4);
  expect(of2).toBeCloseTo(second, 4);
  expect(of3).toBeNaN();
});
