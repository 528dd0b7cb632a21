import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWorkspace, instant, parseInstant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { refreshFeatures } from '../features/refresh.ts';
import { resolveIdentities } from '../identity/resolve.ts';
import { refreshAttributes } from '../traits/refresh.ts';
import { findProfile } from './find.ts';
import { readMerges } from './merges.ts';
import { readProfile } from './read.ts';
import { readTimeline } from './timeline.ts';

let warehouse: Warehouse;
const asOf = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);
const columns = (['customer_id', 'email', 'phone'] as const).map((name) => ({ namespace: name, column: name }));

async function see(batch: number, rows: readonly (readonly (string | null)[])[]): Promise<void> {
  await warehouse.load(
    'seen',
    columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
    rows,
  );
  await resolveIdentities(warehouse, { table: 'seen', columns, batch, source: 'shopify', at: asOf, decisions: [] });
}

beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  await see(1, [
    ['2', 'ana@x.uk', '+441632960961'],
    ['7', 'Bo@x.uk', null],
  ]);
  await warehouse.run(
    sql`insert into traits select 1, 'shopify', value, identifier, 'first_name', case value when '2' then 'Ana' else 'Bo' end, 1, ${timestamp(asOf)} from identifiers where namespace = 'customer_id'`,
  );
  await warehouse.run(sql`insert into traits select 1, 'shopify', value, identifier, 'birthday', '1990-01-01', 1, null from identifiers where value = '2'`);
  await warehouse.run(sql`insert into orders (source, order_id, profile, ordered_at, is_return, counts, total) values
    ('shopify', 'A1', 1, timestamp '2026-01-02', false, true, 12.5), ('shopify', 'A2', 1, timestamp '2026-01-03', true, true, -2), ('shopify', 'A3', 1, timestamp '2026-06-02', false, true, 9)`);
  await warehouse.run(sql`insert into items (source, order_id, line, profile, ordered_at, is_return, counts, name, quantity) values ('shopify', 'A1', 2, 1, timestamp '2026-01-02', false, true, 'Cup', 1),
    ('shopify', 'A1', 1, 1, timestamp '2026-01-02', false, true, 'Tea', 1)`);
  await warehouse.run(sql`insert into events (source, profile, name, occurred_at, page) values ('web', 1, 'Page Viewed', timestamp '2026-01-01', '/tea')`);
  await warehouse.run(
    sql`insert into feedback (source, record_id, profile, kind, occurred_at, rating, text) values ('reviews', 'r1', 1, 'review', timestamp '2026-02-01', 4, 'Good')`,
  );
  await refreshAttributes(warehouse, { workspace: defaultWorkspace, now: asOf });
  await refreshFeatures(warehouse, { asOf, workspace: defaultWorkspace, table: 'features', temporary: false });
});
afterEach(async () => warehouse.close());

describe('findProfile', () => {
  test('by anything somebody may type; a customer id before a profile number', async () => {
    const typed: readonly (readonly [number | string, number | undefined])[] = [
      ['2', 1], // customer id 2, although there is a profile 2
      ['#2', 2],
      [2, 2],
      ['1', 1], // no such customer id: the profile
      ['ANA@X.UK', 1],
      [' bo@x.uk ', 2],
      ['+44 1632 960961', 1],
      ['01632 960 961', 1],
      ['nobody@x.uk', undefined],
      ['', undefined],
      ["'; drop table identifiers; --", undefined],
      [99, undefined],
    ];
    for (const [text, profile] of typed) expect([text, await findProfile(warehouse, text)]).toEqual([text, profile]);
  });

  test('the number of a profile that was absorbed still finds the customer', async () => {
    await see(2, [['7', 'ana@x.uk', null]]);
    expect(await findProfile(warehouse, '#2')).toBe(1);
    expect(await readMerges(warehouse, [])).toEqual([
      {
        merge: 1,
        batch: 2,
        survivor: 1,
        absorbed: 2,
        namespace: 'email',
        value: 'ana@x.uk',
        merged_at: '2026-06-01T00:00:00Z',
        merged_by: null,
        undone_at: null,
        undone_by: null,
      },
    ]);
  });
});

describe('readProfile', () => {
  test('identifiers strongest first, traits with where they came from, features by their names, newest first', async () => {
    const view = await readProfile(warehouse, 1, { asOf, workspace: defaultWorkspace, timelineLimit: 10 });
    expect(view.identifiers).toEqual([
      { namespace: 'customer_id', value: '2', source: 'shopify' },
      { namespace: 'email', value: 'ana@x.uk', source: 'shopify' },
      { namespace: 'phone', value: '+441632960961', source: 'shopify' },
    ]);
    // 1632 960 is a range kept for films: no valid number, so no country.
    expect(view.traits).toEqual({ age: 36, birthday: '1990-01-01', first_name: 'Ana' });
    expect(view.trait_sources).toEqual({
      age: { source: 'enrichment', at: null },
      birthday: { source: 'shopify', at: null },
      first_name: { source: 'shopify', at: '2026-06-01T00:00:00Z' },
    });
    expect(view.features).toMatchObject({ orders_count: 1, total_spent: 10.5, last_order_at: '2026-01-02T00:00:00Z', 'rfm.score': '111', average_rating: 4 });
    expect(view.timeline.map(({ at, kind, title, detail, amount }) => [at.slice(0, 10), kind, title, detail, amount])).toEqual([
      ['2026-02-01', 'review', 'Review', '4.0 · Good', null],
      ['2026-01-03', 'return', 'Return A2', null, -2],
      ['2026-01-02', 'order', 'Order A1', 'Tea, Cup', 12.5],
      ['2026-01-01', 'event', 'Page Viewed', '/tea', null],
    ]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test('orders of one instant keep their own lines, also where only one of them is shown', async () => {
    await warehouse.run(sql`insert into orders (source, order_id, profile, ordered_at, is_return, counts, total) values
      ('shopify', 'B1', 1, timestamp '2026-03-01', false, true, 1), ('shopify', 'B2', 1, timestamp '2026-03-01', false, true, 2)`);
    await warehouse.run(sql`insert into items (source, order_id, line, profile, ordered_at, is_return, counts, name, quantity) values
      ('shopify', 'B1', 1, 1, timestamp '2026-03-01', false, true, 'Mug', 1), ('shopify', 'B2', 1, 1, timestamp '2026-03-01', false, true, 'Bag', 1)`);
    const told = async (limit: number) => (await readTimeline(warehouse, 1, asOf, limit)).map(({ title, detail }) => [title, detail]);
    expect((await told(10)).slice(0, 2)).toEqual([
      ['Order B1', 'Mug'],
      ['Order B2', 'Bag'],
    ]);
    expect(await told(1)).toEqual([['Order B1', 'Mug']]);
  });

  test('what happened at the instant of an order, as a live source tells it, is not what was bought', async () => {
    await warehouse.run(
      sql`insert into orders (source, order_id, profile, ordered_at, is_return, counts, total) values ('shopify', 'C1', 1, timestamp '2026-04-01', false, true, 1)`,
    );
    await warehouse.run(sql`insert into items (source, order_id, line, profile, ordered_at, is_return, counts, name, quantity) values
      ('shopify', 'C1', 1, 1, timestamp '2026-04-01', false, true, 'Jug', 1)`);
    await warehouse.run(sql`insert into events (source, profile, occurred_at, name, page) values
      ('shopify', 1, timestamp '2026-04-01', 'Group Joined', null), ('shopify', 1, timestamp '2026-04-01', 'Page Viewed', '/thanks')`);
    expect((await readTimeline(warehouse, 1, asOf, 20)).slice(0, 3).map(({ title, detail }) => [title, detail])).toEqual([
      ['Group Joined', null],
      ['Page Viewed', '/thanks'],
      ['Order C1', 'Jug'],
    ]);
  });

  test('as of another instant, and for nobody', async () => {
    const before = parseInstant('2026-01-02T12:00:00Z') ?? instant(0);
    const view = await readProfile(warehouse, 1, { asOf: before, workspace: defaultWorkspace, timelineLimit: 1 });
    expect(view.features).toMatchObject({ orders_count: 1, total_spent: 12.5, returns_count: 0 });
    expect(view.timeline.map(({ title }) => title)).toEqual(['Order A1']);
    await expect(readProfile(warehouse, 9, { asOf, workspace: defaultWorkspace, timelineLimit: 1 })).rejects.toMatchObject({ code: 'customer.unknown' });
  });
});
