import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWorkspace, type Instant, instant, parseInstant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { readVocabulary } from '../vocabulary/read.ts';
import { refreshAttributes } from './refresh.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

const now = parseInstant('2026-06-01T12:00:00Z') ?? instant(0);
const request = { workspace: defaultWorkspace, now };

async function customers(...ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await warehouse.run(sql`insert into identifiers values (${id}, 'customer_id', ${String(id)}, ${id}, 1)`);
    await warehouse.run(sql`insert into profiles values (${id}, 1, null)`);
  }
}

type Told = { trust?: number; at?: Instant; batch?: number; source?: string };
const tell = (identifier: number, name: string, value: string, { trust = 1, at = now, batch = 1, source = 'shop' }: Told = {}) =>
  warehouse.run(sql`insert into traits values (${batch}, ${source}, null, ${identifier}, ${name}, ${value}, ${trust}, ${timestamp(at)})`);

/** Traits of a profile by name, nulls left out. */
async function traits(profile: number): Promise<Readonly<Record<string, unknown>>> {
  const columns = await warehouse.rows<{ name: string; column: string }>(sql`select name, "column" from trait_columns order by name`);
  const row = (await warehouse.row(sql`select * from attributes where profile = ${profile}`)) ?? {};
  return Object.fromEntries(columns.filter(({ column }) => row[column] !== null).map(({ name, column }) => [name, row[column]]));
}

describe('refreshAttributes', () => {
  test('the winner: trust, then the newest, then the latest batch, then the source first in the alphabet', async () => {
    await customers(1, 2, 3, 4);
    await tell(1, 'plan', 'trusted', { trust: 2, at: instant(0) });
    await tell(1, 'plan', 'newer', { trust: 1 });
    await tell(2, 'plan', 'old', { at: instant(0) });
    await tell(2, 'plan', 'new');
    await tell(3, 'plan', 'first', { batch: 1 });
    await tell(3, 'plan', 'second', { batch: 2 });
    await tell(4, 'plan', 'from b', { source: 'b' });
    await tell(4, 'plan', 'from a', { source: 'a' });
    await refreshAttributes(warehouse, request);
    expect([await traits(1), await traits(2), await traits(3), await traits(4)].map(({ plan }) => plan)).toEqual(['trusted', 'new', 'second', 'from a']);
    expect(await warehouse.rows(sql`select label, type, filled, sources from trait_columns`)).toEqual([
      { label: 'plan', type: 'text', filled: 4, sources: ['a', 'b', 'shop'] },
    ]);
  });

  test('types are the narrowest that every value fits; a leading zero makes a code', async () => {
    await customers(1, 2);
    const values: Readonly<Record<string, readonly [string, string]>> = {
      ended: ['2026-01-31', '2025-12-01'],
      happy: ['true', 'false'],
      hours: ['1.5', '-3e2'],
      joined: ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.5Z'],
      likes: ['["tea"]', '[]'],
      mixed: ['1', 'one'],
      zone: ['007', '012'],
    };
    for (const [name, [one, two]] of Object.entries(values)) {
      await tell(1, name, one);
      await tell(2, name, two);
    }
    await refreshAttributes(warehouse, request);
    const types = await warehouse.rows<{ name: string; type: string }>(sql`select name, type from trait_columns order by name`);
    expect(types.map(({ name, type }) => [name, type])).toEqual([
      ['ended', 'date'],
      ['happy', 'boolean'],
      ['hours', 'number'],
      ['joined', 'instant'],
      ['likes', 'list'],
      ['mixed', 'text'],
      ['zone', 'text'],
    ]);
    expect(await traits(1)).toMatchObject({ hours: 1.5, joined: parseInstant('2026-01-31T10:00:00Z'), likes: ['tea'], happy: true, zone: '007' });
  });

  test('some profiles alone are refreshed the same as all, and a new trait or type changes the layout', async () => {
    await customers(1, 2);
    await tell(1, 'points', '1');
    await tell(2, 'points', '2');
    await refreshAttributes(warehouse, request);
    await warehouse.run(sql`create temp table changed as select 2::INTEGER as profile`);
    await tell(2, 'points', '3', { batch: 2 });
    await refreshAttributes(warehouse, { ...request, profiles: 'changed' });
    expect([await traits(1), await traits(2)]).toEqual([{ points: 1 }, { points: 3 }]);
    await tell(2, 'points', 'many', { batch: 3 });
    await tell(2, 'badge', 'gold', { batch: 3, source: 'app' });
    await refreshAttributes(warehouse, { ...request, profiles: 'changed' });
    expect([await traits(1), await traits(2)]).toEqual([{ points: '1' }, { badge: 'gold', points: 'many' }]);
    expect(await warehouse.rows(sql`select name, "column" from trait_columns order by name`)).toEqual([
      { name: 'badge', column: 't1' },
      { name: 'points', column: 't0' },
    ]);
    await warehouse.run(sql`delete from profiles where profile = 2`);
    await refreshAttributes(warehouse, { ...request, profiles: 'changed' });
    expect(await warehouse.rows(sql`select profile from attributes`)).toEqual([{ profile: 1 }]);
  });

  test('names that would be SQL are names', async () => {
    await customers(1);
    const name = `"; drop table traits; --'`;
    await tell(1, name, `x'); drop table profiles; --`);
    await refreshAttributes(warehouse, request);
    expect(await traits(1)).toEqual({ [name]: `x'); drop table profiles; --` });
  });
});

describe('enrichment', () => {
  test('age from a birthday outranks an imported one, and an imported one outranks a birth year', async () => {
    await customers(1, 2, 3, 4);
    await tell(1, 'birthday', '1990-06-02'); // tomorrow: still 35
    await tell(1, 'age', '99');
    await tell(2, 'birthday', '1990-06-01'); // today: 36
    await tell(3, 'birth_year', '1990');
    await tell(3, 'age', '35');
    await tell(4, 'birth_year', '1990');
    await refreshAttributes(warehouse, request);
    expect([await traits(1), await traits(2), await traits(3), await traits(4)].map(({ age }) => age)).toEqual([35, 36, 35, 36]);
  });

  test('places: from postcode, phone and the largest city of that name in the country alone', async () => {
    await customers(1, 2, 3, 4, 5);
    await tell(1, 'city', 'leeds');
    await tell(1, 'postcode', 'ls1 4ab');
    await tell(2, 'city', 'Leeds');
    await tell(2, 'country', 'US'); // Leeds, Alabama (11,936 people), not Maine
    await tell(3, 'city', 'Leeds'); // no country: no guess
    await warehouse.run(sql`insert into identifiers values (14, 'phone', '+14165551234', 4, 1)`); // Toronto
    await tell(4, 'plan', 'x');
    await tell(5, 'postcode', 'CH1 1AA'); // Chester's area reaches into Wales
    await refreshAttributes(warehouse, request);
    expect(await traits(1)).toMatchObject({ country: 'GB', region: 'Yorkshire and the Humber', urban_rural: 'urban', climate_zone: 'temperate' });
    expect((await traits(1))['latitude']).toBeCloseTo(53.8, 1);
    expect((await traits(1))['longitude']).toBeCloseTo(-1.55, 1);
    expect(await traits(2)).toMatchObject({ country: 'US', urban_rural: 'urban', climate_zone: 'subtropical' });
    expect(await traits(3)).toEqual({ city: 'Leeds' });
    expect(await traits(4)).toEqual({ country: 'CA', plan: 'x' });
    expect(await traits(5)).toEqual({ country: 'GB', postcode: 'CH1 1AA' });
    expect(await warehouse.row(sql`select sources from trait_columns where name = 'country'`)).toEqual({ sources: ['enrichment', 'shop'] });
  });

  test('what a source says is not overruled by a guess; a locale tells the language', async () => {
    await customers(1, 2);
    await tell(1, 'country', 'FR');
    await tell(1, 'postcode', 'LS1 4AB');
    await tell(1, 'language', 'en-GB');
    await tell(2, 'postcode', 'Surburban');
    await tell(2, 'language', 'Welsh');
    await refreshAttributes(warehouse, request);
    expect(await traits(1)).toMatchObject({ country: 'FR', language: 'en' });
    expect(await traits(2)).toMatchObject({ urban_rural: 'suburban', language: 'Welsh' });
    expect(Object.keys(await traits(1))).not.toContain('gender');
  });
});

describe('readVocabulary', () => {
  test('features, traits with data, events by frequency, properties with types', async () => {
    await customers(1, 2);
    await tell(1, 'country', 'GB');
    await tell(2, 'country', 'FR');
    await tell(1, 'birthday', '1990-01-01');
    await tell(1, 'orders', '7');
    await tell(1, 'income', '30000');
    await refreshAttributes(warehouse, request);
    for (const name of ['A', 'B', 'B']) {
      await warehouse.run(
        sql`insert into events (profile, name, occurred_at, properties) values (1, ${name}, ${timestamp(now)}, '{"plan":"pro","seats":3,"od\\"d":1}')`,
      );
    }
    const vocabulary = await readVocabulary(warehouse, { workspace: defaultWorkspace, segments: new Map() });
    expect(vocabulary.attributes.get('total_spent')).toMatchObject({ label: 'total spent', unit: 'GBP', table: 'features', column: 'total_spent' });
    expect(vocabulary.attributes.get('country')).toMatchObject({ table: 'attributes', type: 'text' });
    expect([...(vocabulary.attributes.get('country')?.values ?? [])].toSorted()).toEqual(['FR', 'GB']);
    expect(vocabulary.attributes.get('birthday')).toMatchObject({ type: 'date', anniversary: true });
    expect(vocabulary.attributes.get('income')).toMatchObject({ unit: 'GBP' });
    expect(vocabulary.attributes.get('orders')).toBeUndefined();
    expect(vocabulary.attributes.get('imported_orders')).toMatchObject({ label: 'imported orders', type: 'number' });
    expect(vocabulary.events).toEqual(['B', 'A']);
    expect(vocabulary.eventProperties.get('plan')).toBe('text');
    expect(vocabulary.eventProperties.get('seats')).toBe('number');
    expect(vocabulary.standardWords?.get('gender')).toBe('gender');
  });

  test('every feature of the language lies in a column of `features` with a fitting type', async () => {
    const { refreshFeatures } = await import('../features/refresh.ts');
    await refreshFeatures(warehouse, { asOf: now, workspace: defaultWorkspace, table: 'features', temporary: false });
    const columns = await warehouse.rows<{ column_name: string; data_type: string }>(
      sql`select column_name, data_type from duckdb_columns() where table_name = 'features'`,
    );
    const types = new Map(columns.map(({ column_name, data_type }) => [column_name, data_type]));
    const fits: Readonly<Record<string, RegExp>> = { number: /^(INTEGER|DOUBLE|DECIMAL.*)$/, text: /^VARCHAR$/, instant: /^TIMESTAMP$/ };
    const { attributes } = await readVocabulary(warehouse, { workspace: defaultWorkspace, segments: new Map() });
    for (const { name, column, type } of attributes.values()) expect([name, types.get(column)]).toEqual([name, expect.stringMatching(fits[type] ?? /never/)]);
    expect(types.size).toBe(attributes.size + 2); // profile and as_of are no words
  });
});
