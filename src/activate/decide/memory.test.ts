import { expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { resolveIdentities } from '../../profiles/index.ts';
import { migrate, openDuckdb } from '../../warehouse/index.ts';
import { loadIdentities } from './memory.ts';

const columns = (['customer_id', 'phone', 'anonymous_id'] as const).map((name) => ({ namespace: name, column: name }));

test('a device is no longer its first customer’s once a second one has signed in on it', async () => {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const see = async (...rows: readonly (readonly (string | null)[])[]): Promise<void> => {
    await warehouse.load(
      'seen',
      columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
      rows,
    );
    await resolveIdentities(warehouse, { table: 'seen', columns, batch: 0, source: 'shop', at: instant(0), decisions: [] });
  };
  await see([null, null, 'tablet'], ['ann', '+4930123456', 'tablet']);
  const identities = await loadIdentities(warehouse);
  const ann = identities.find('customer_id', 'ann');
  expect(ann).toBeDefined();
  expect(identities.find('anonymous_id', 'tablet')).toBe(ann);
  expect(identities.find('phone', '+49 (30) 123-456')).toBe(ann);
  expect(identities.find('phone', '0049 30 123456')).toBe(ann);
  await see(['bob', null, 'tablet']);
  await identities.update(warehouse);
  const [tablet, bob] = [identities.find('anonymous_id', 'tablet'), identities.find('customer_id', 'bob')];
  expect(new Set([tablet, bob, identities.find('customer_id', 'ann')]).size).toBe(3);
  await warehouse.close();
});
