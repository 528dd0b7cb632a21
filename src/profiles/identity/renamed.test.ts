import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Control, openControl } from '../../control/index.ts';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { resolveIdentities } from './resolve.ts';
import { readDecisions } from './settle.ts';
import { undoMerge } from './undo-merge.ts';

let warehouse: Warehouse;
let control: Control;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  control = await openControl(':memory:');
});
afterEach(async () => {
  await warehouse.close();
  await control.destroy();
});

const columns = (['customer_id', 'anonymous_id', 'previous_id'] as const).map((name) => ({ namespace: name, column: name }));

async function see(...row: readonly (string | null)[]): Promise<void> {
  await warehouse.load(
    'seen',
    columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
    [row],
  );
  await resolveIdentities(warehouse, { table: 'seen', columns, batch: 0, source: 'shop', at: instant(0), decisions: await readDecisions(control) });
}

const alias = (previous: string, id: string) => see(id, previous, previous);
const customers = async () =>
  (
    await warehouse.rows<{ ids: string }>(
      sql`select string_agg(distinct value, ' ' order by value) as ids from identifiers where namespace <> 'previous_id' group by profile order by 1`,
    )
  ).map(({ ids }) => ids);

test('a chain of aliases is one customer, whichever of it is heard of first', async () => {
  await see(null, 'device', null);
  await alias('device', 'first');
  await alias('first', 'second');
  await alias('third', 'fourth');
  expect(await customers()).toEqual(['device first second', 'fourth third']);
  await see('third', null, null);
  await see('other', null, null);
  await alias('second', 'third');
  expect(await customers()).toEqual(['device first fourth second third', 'other']);
});

test('customers whom an alias made one come apart by hand, and stay so', async () => {
  await see('old', null, null);
  await see('new', null, null);
  await alias('old', 'new');
  expect(await customers()).toEqual(['new old']);
  await undoMerge(warehouse, control, 1, { author: 'owner', at: instant(1) });
  const apart = await warehouse.rows(sql`select value, profile from identifiers where namespace = 'customer_id' order by value`);
  expect(apart).toMatchObject([{ value: 'new' }, { value: 'old' }]);
  expect(new Set(apart.map((row) => row['profile'])).size).toBe(2);
  await alias('old', 'new');
  expect(await warehouse.rows(sql`select value, profile from identifiers where namespace = 'customer_id' order by value`)).toEqual(apart);
});
