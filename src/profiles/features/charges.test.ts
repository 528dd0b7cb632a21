import { expect, test } from 'vitest';
import { join, sql } from '../../sql/index.ts';
import { openDuckdb } from '../../warehouse/index.ts';
import { isCharge } from './charges.ts';

test('fees are told by their whole name, what members owe by how it ends', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  const names = [
    'POSTAGE ',
    'Postage stamps',
    'Premium monthly fee',
    'Membership fees',
    'Joining fee',
    'Mitgliedsbeitrag',
    'Coffee subscription',
    'Feel-good tea',
    'Annual planner',
    'No-show fee',
  ];
  const found = await warehouse.rows<{ name: string }>(
    sql`select name from (select unnest([${join(names.map((name) => sql`${name}`))}]) as name) where ${isCharge(sql`name`)}`,
  );
  await warehouse.close();
  expect(found.map(({ name }) => name)).toEqual(['POSTAGE ', 'Premium monthly fee', 'Membership fees', 'Joining fee', 'Mitgliedsbeitrag', 'No-show fee']);
});
