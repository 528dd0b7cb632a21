import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { importWith } from '../import-staged.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from '../fixtures.ts';

const fields = {
  Order: 'order_id',
  Customer: 'customer_id',
  Date: 'ordered_at',
  Total: 'total',
  Zip: 'postcode',
  City: 'city',
  Region: 'region',
  Country: 'country',
};

async function told(...rows: readonly (readonly (string | null)[])[]): Promise<Readonly<Record<string, string>>> {
  const context = await testContext();
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  const found = await context.warehouse.rows<{ name: string; value: string; day: string }>(
    sql`select name, value, strftime(observed_at, '%d') as day from traits order by name, observed_at`,
  );
  return Object.fromEntries(found.map(({ name, value, day }) => [`${name} on ${day}`, value]));
}

test('where a customer lives is what the newest order with a city or a postcode says, and nothing of an older one', async () => {
  expect(
    await told(
      ['1', 'c', '2026-01-01', '10', '1010', 'Wien', 'W', 'AT'],
      ['2', 'c', '2026-01-02', '10', null, 'Graz', null, null],
      ['3', 'c', '2026-01-03', '10', null, null, 'BY', 'DE'],
    ),
  ).toEqual({ 'city on 02': 'Graz', 'country on 03': 'DE' });
});

test('where no order names a city or a postcode each part is the newest', async () => {
  expect(await told(['1', 'c', '2026-01-01', '10', null, null, 'W', 'AT'], ['2', 'c', '2026-01-02', '10', null, null, null, 'DE'])).toEqual({
    'region on 01': 'W',
    'country on 02': 'DE',
  });
});
