import { expect, test } from 'vitest';
import { defaultWorkspace, type Instant, instant, parseInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb } from '../../warehouse/index.ts';
import { findBatchClocks, readBatchClocks } from './batch-clocks.ts';
import { refreshFeatures } from './refresh.ts';

const at = (text: string): Instant => parseInstant(text) ?? instant(0);

/** 30 people: a fee each month at 3:15 in London, and a purchase at a minute of their own; members of another source always at one of two o'clock times. */
async function gym() {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  await warehouse.run(sql`insert into profiles select n::INTEGER, 1, timestamp '2025-01-01' from generate_series(1, 60) t(n)`);
  const order = (source: string, people: string, clock: string, months: number) => {
    const text = `insert into orders (batch, source, order_id, profile, ordered_at, is_return, counts, total)
      select 1, '${source}', '${source}' || n || '-' || m || '-' || random(), n::INTEGER, timezone('UTC', timezone('Europe/London', timestamp '2025-01-01' + to_months(m::INTEGER) + to_days((n % 28)::INTEGER) + ${clock})), false, true, 39
      from generate_series(${people}) t(n), generate_series(1, ${months}) u(m)`;
    return warehouse.run({ kind: 'fragment', parts: [{ kind: 'text', text }] });
  };
  await order('till', '1, 30', "interval '3 hours 15 minutes'", 12);
  await order('till', '1, 30', 'to_minutes((600 + 7 * n + m)::INTEGER)', 6);
  await order('classes', '31, 60', 'to_hours((18 + (n + m) % 2)::INTEGER)', 12);
  await refreshFeatures(warehouse, {
    asOf: at('2026-06-01T12:00:00Z'),
    workspace: { ...defaultWorkspace, zone: 'Europe/London' },
    table: 'features',
    temporary: false,
  });
  return warehouse;
}

test('a minute that a large part of what a source tells carries is a batch’s, and an hour is nobody’s there; two hours of classes are people’s own', async () => {
  const warehouse = await gym();
  expect(await readBatchClocks(warehouse)).toEqual([{ source: 'till', name: null, minute: 195, facts: 360 }]);
  const rows = await warehouse.rows<{ profile: number; hour: number | null; day: string | null }>(
    sql`select profile, favourite_hour as hour, favourite_weekday as day from features where profile in (1, 31) order by profile`,
  );
  // Customer 1 buys for themselves at 10:08 to 10:13.
  expect(rows[0]).toMatchObject({ profile: 1, hour: 10 });
  expect([18, 19]).toContain(rows[1]?.hour);
  await warehouse.run(sql`delete from orders where source = 'till' and profile > 15`);
  // Of fifteen people a fixed time can be their own.
  await findBatchClocks(warehouse, 'Europe/London');
  expect(await readBatchClocks(warehouse)).toEqual([]);
  await warehouse.close();
});
