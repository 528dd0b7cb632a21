import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import type { Decision } from './decisions.ts';
import { resolveIdentities } from './resolve.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

type Seen = { customer_id?: string; email?: string; phone?: string; anonymous_id?: string; shopify?: string };
const columns = (['customer_id', 'shopify', 'email', 'phone', 'anonymous_id'] as const).map((name) => ({ namespace: name, column: name }));

async function see(batch: number, rows: readonly Seen[], decisions: readonly Decision[] = []) {
  await warehouse.load(
    'seen',
    columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
    rows.map((row) => [row.customer_id ?? null, row.shopify ?? null, row.email ?? null, row.phone ?? null, row.anonymous_id ?? null]),
  );
  return resolveIdentities(warehouse, { table: 'seen', columns, batch, source: 'shop', at: instant(0), decisions });
}

const profileOf = async (value: string) =>
  (await warehouse.row<{ profile: number | null }>(sql`select profile from identifiers where value = ${value}`))?.profile;

describe('resolveIdentities', () => {
  test('gives each distinct combination its identifier and profile, numbered in the order of the canonical identifier', async () => {
    const result = await see(1, [{ customer_id: '20' }, { customer_id: '10', email: 'a@x.uk' }, { customer_id: '20' }, {}]);
    expect(result).toMatchObject({ created: 2, touched: 0 });
    const rows = await warehouse.rows(sql`select customer_id, email, identifier is not null as known, profile from seen_resolved order by customer_id`);
    expect(rows).toEqual([
      { customer_id: '10', email: 'a@x.uk', known: true, profile: 1 },
      { customer_id: '20', email: null, known: true, profile: 2 },
      { customer_id: null, email: null, known: false, profile: null },
    ]);
  });

  test('two customers who prove to be one are merged under the lower number, logged, and their facts move', async () => {
    await see(1, [{ customer_id: '1', email: 'a@x.uk' }, { customer_id: '2' }]);
    await warehouse.run(
      sql`insert into orders (order_id, identifier, profile) select 'o' || value, identifier, profile from identifiers where namespace = 'customer_id'`,
    );
    const result = await see(2, [{ customer_id: '2', email: 'a@x.uk' }]);
    expect(result).toMatchObject({ created: 0, touched: 2 });
    expect(await warehouse.rows(sql`select survivor, absorbed, namespace, value from merges`)).toEqual([
      { survivor: 1, absorbed: 2, namespace: 'email', value: 'a@x.uk' },
    ]);
    expect(await warehouse.rows(sql`select distinct profile from orders`)).toEqual([{ profile: 1 }]);
    expect(await warehouse.rows(sql`select profile from profiles`)).toEqual([{ profile: 1 }]);
  });

  test('a role address links nobody and belongs to nobody unless something is filed under it', async () => {
    await see(1, [
      { customer_id: '1', email: 'info@x.uk' },
      { customer_id: '2', email: 'info@x.uk' },
    ]);
    expect(await profileOf('1')).not.toBe(await profileOf('2'));
    expect(await profileOf('info@x.uk')).toBeNull();
  });

  test('an e-mail that turns up with a fourth customer id stops linking the first three', async () => {
    await see(
      1,
      ['1', '2', '3'].map((id) => ({ customer_id: id, email: 'family@x.uk' })),
    );
    expect(new Set([await profileOf('1'), await profileOf('2'), await profileOf('3')]).size).toBe(1);
    await see(2, [{ customer_id: '4', email: 'family@x.uk' }]);
    expect(new Set([await profileOf('1'), await profileOf('2'), await profileOf('3'), await profileOf('4')]).size).toBe(4);
  });

  test('numbers of a shop system are guarded as those of the shop: a fourth one, and a default number with many addresses', async () => {
    const shared = ['1', '2', '3', '4'].map((id) => ({ shopify: id, email: 'till@x.uk' }));
    const guests = Array.from({ length: 11 }, (_, each) => ({ shopify: '0', email: `guest${each}@x.uk` }));
    await see(1, [...shared, ...guests]);
    expect(new Set(await Promise.all(['1', '2', '3', '4'].map(profileOf))).size).toBe(4);
    // What was filed under the default number is nobody's of them; what comes under their own addresses is.
    await see(
      2,
      guests.map(({ email }) => ({ email })),
    );
    expect(new Set(await Promise.all(guests.map(({ email }) => profileOf(email)))).size).toBe(11);
  });

  test('a phone links only while it is seen with one e-mail', async () => {
    await see(1, [{ email: 'a@x.uk', phone: '+441' }, { phone: '+441' }]);
    expect(await profileOf('+441')).toBe(await profileOf('a@x.uk'));
    await see(2, [{ email: 'b@x.uk', phone: '+441' }]);
    expect(new Set([await profileOf('+441'), await profileOf('a@x.uk'), await profileOf('b@x.uk')]).size).toBe(3);
  });

  test('a shared device links nobody, and links again once its people prove to be one', async () => {
    await see(1, [{ email: 'a@x.uk', anonymous_id: 'd' }, { anonymous_id: 'd' }]);
    expect(await profileOf('d')).toBe(await profileOf('a@x.uk'));
    await see(2, [{ email: 'b@x.uk', anonymous_id: 'd' }]);
    expect(new Set([await profileOf('d'), await profileOf('a@x.uk'), await profileOf('b@x.uk')]).size).toBe(3);
    await see(3, [
      { customer_id: '1', email: 'b@x.uk' },
      { customer_id: '1', email: 'a@x.uk' },
    ]);
    expect(new Set([await profileOf('d'), await profileOf('a@x.uk'), await profileOf('b@x.uk')]).size).toBe(1);
  });
});
