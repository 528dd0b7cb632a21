import { afterAll, beforeEach, expect, test } from 'vitest';
import { defaultWorkspace, instant, localDate, parseInstant, startOfPeriod } from '../../core/index.ts';
import { insightContext } from '../../insight/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { silentWeeks } from './silence.ts';

const workspace = { ...defaultWorkspace, zone: 'UTC' };
/** A Monday; the newest order is of the Sunday eight days before. */
const now = parseInstant('2026-11-23T09:00:00Z') ?? instant(0);
const nothing = { revenue: 0, orders: 0, customers: 0, new_customers: 0 };

let warehouse: Warehouse | undefined;
beforeEach(async () => {
  await warehouse?.close();
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  await warehouse.run(
    sql`insert into orders by name select 1 as batch, 'shop' as source, 'last' as order_id, 1 as profile, '2026-11-15 18:00:00'::TIMESTAMP as ordered_at, 10 as total, true as counts, false as is_return`,
  );
});
afterAll(async () => warehouse?.close());

/** So many orders in each of the weeks until the 15th, and the newest visit at the moment told. */
async function told(orders: readonly number[], visited: string) {
  if (warehouse === undefined) throw new Error('opened before each test');
  await warehouse.run(sql`insert into events by name select 1 as profile, 'Product Viewed' as name, ${visited}::TIMESTAMP as occurred_at`);
  const weeks = orders.map((count, place) => {
    const start = startOfPeriod(now, 'UTC', 'week', place - orders.length - 1, workspace.weekStart);
    const end = startOfPeriod(start, 'UTC', 'week', 1, workspace.weekStart);
    return { start, end, starts: localDate(start, 'UTC'), ends: localDate(instant(end - 1), 'UTC'), values: { ...nothing, orders: count } };
  });
  return silentWeeks(insightContext(warehouse, workspace, now), weeks);
}
const steady = [80, 90, 85, 88, 92, 87, 91, 89];

test('a week without one order is told, where other facts show that it is over', async () => {
  expect(await told(steady, '2026-11-22 20:00:00')).toMatchObject({
    key: 'silence:orders:2026-11-16',
    severity: 'urgent',
    // Between 88 and 89.
    sentence:
      'In the week of 16 November 2026 there is not one order; usually there are about 89 a week. Visits, e-mails or answers are known until 22 November 2026: either nobody ordered, or the orders have not come in yet.',
    figure: { actual: 0, expected: 88.5, low: 80, high: 92 },
  });
});

test('where nothing at all is known of the week the file may have ended, and where weeks without orders are usual nothing is told', async () => {
  expect(await told(steady, '2026-11-18 20:00:00')).toBeUndefined();
  expect(await told([3, 0, 2, 4, 1, 0, 2, 3], '2026-11-22 20:00:00')).toBeUndefined();
  expect(await told([80, 90, 85], '2026-11-22 20:00:00')).toBeUndefined();
});
