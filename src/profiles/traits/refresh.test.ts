import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWorkspace, type Instant, instant, parseInstant } from '../../core/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
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

/** What one record tells, part by part. */
const live = async (identifier: number, parts: Readonly<Record<string, string>>, told: Told = {}) => {
  for (const [name, value] of Object.entries(parts)) await tell(identifier, name, value, told);
};

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

describe('an address stays together', () => {
  const day = (text: string): Instant => parseInstant(`${text}T00:00:00Z`) ?? instant(0);
  /** Another identifier of profile 1. */
  const second = () => warehouse.run(sql`insert into identifiers values (9, 'email', 'ann@example.org', 1, 1)`);

  test('two records of one import made one person: street, postcode and city are those of one of them', async () => {
    await customers(1);
    await second();
    await live(1, { address: 'Am Anger 14', postcode: '1010', city: 'Wien', region: 'W', country: 'AT' }, {});
    await live(9, { address: 'Schulgasse 2', postcode: '8010', city: 'Graz', region: 'ST', country: 'AT' }, {});
    await refreshAttributes(warehouse, request);
    // Of two equal in trust and time the one whose postcode comes first.
    expect(await traits(1)).toMatchObject({ address: 'Am Anger 14', postcode: '1010', city: 'Wien', region: 'Wien', country: 'AT' });
  });

  test('the newest record that names a city or a postcode tells all of it, blanks too; a country alone fills one that is missing', async () => {
    await customers(1);
    await live(1, { address: 'Lindengasse 3', postcode: '1070', city: 'Wien', region: 'W' }, { at: day('2026-01-01') });
    await live(1, { city: 'Graz', region: 'ST' }, { at: day('2026-02-01'), source: 'crm' });
    await live(1, { country: 'AT', region: '09', latitude: '48.2', longitude: '16.37' }, { at: day('2026-03-01'), source: 'mail' });
    await refreshAttributes(warehouse, request);
    const found = await traits(1);
    expect(found).toMatchObject({ city: 'Graz', region: 'Steiermark', country: 'AT' });
    expect([found['address'], found['postcode']]).toEqual([undefined, undefined]);
    // Graz's own place, not where the mail was opened: 47.07° N, 15.44° E.
    expect(found['latitude']).toBeCloseTo(47.07, 1);
    expect(found['longitude']).toBeCloseTo(15.44, 1);
  });

  test('a customer record stands above a newer order, and what comes live bit by bit is one record', async () => {
    await customers(1, 2);
    await live(1, { postcode: '5020', city: 'Salzburg' }, { at: day('2026-01-01') });
    await live(1, { postcode: '4020', city: 'Linz', region: 'OÖ' }, { at: day('2026-05-01'), trust: 0, source: 'shopify' });
    await live(2, { postcode: '6020' }, { at: day('2026-01-01'), batch: 0, source: 'app' });
    await live(2, { city: 'Innsbruck' }, { at: day('2026-02-01'), batch: 0, source: 'app' });
    await refreshAttributes(warehouse, request);
    expect(await traits(1)).toEqual({ postcode: '5020', city: 'Salzburg' });
    expect(await traits(2)).toEqual({ postcode: '6020', city: 'Innsbruck' });
  });

  test('where no record names a city or a postcode each part is the newest', async () => {
    await customers(1);
    await live(1, { country: 'AT' }, { at: day('2026-01-01') });
    await live(1, { region: 'W' }, { at: day('2026-02-01'), source: 'crm' });
    await refreshAttributes(warehouse, request);
    expect(await traits(1)).toEqual({ country: 'AT', region: 'Wien' });
  });

  test("whatever records there are, in whatever order they come and for however many customers at once, the address is one record's", async () => {
    const part = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    const record = fc.record({
      identifier: fc.constantFrom(1, 2, 9),
      source: fc.constantFrom('shop', 'crm'),
      trust: fc.constantFrom(0, 1),
      batch: fc.constantFrom(1, 2),
      hour: fc.constantFrom(1, 2, 3),
      parts: fc.record({ address: part, postcode: part, city: part, region: part, country: part }),
    });
    const keyOf = (one: { identifier: number; source: string; trust: number; hour: number }) => `${one.identifier} ${one.source} ${one.trust} ${one.hour}`;
    const records = fc.uniqueArray(record, { selector: keyOf, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(records, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), async (told, order) => {
        const run = async (those: typeof told, some: boolean) => {
          for (const table of ['traits', 'identifiers', 'profiles', 'attributes', 'trait_columns']) await warehouse.run(sql`delete from ${ident(table)}`);
          await customers(1, 2);
          await second();
          for (const one of those) {
            const said = Object.fromEntries(Object.entries(one.parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
            await live(one.identifier, said, { at: instant(one.hour * 3_600_000_000), trust: one.trust, batch: one.batch, source: one.source });
          }
          await refreshAttributes(warehouse, request);
          if (some) {
            await warehouse.run(sql`create or replace temp table changed as select 1::INTEGER as profile`);
            await refreshAttributes(warehouse, { ...request, profiles: 'changed' });
          }
          return [await traits(1), await traits(2)] as const;
        };
        const all = await run(told, false);
        const shuffled = told
          .map((one, index) => [order[index] ?? 0, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(await run(shuffled, true)).toEqual(all);
        const found = all[0];
        const own = told.filter(({ identifier, parts }) => identifier !== 2 && (parts.city !== undefined || parts.postcode !== undefined));
        if (own.length === 0) return;
        const same = own.filter(({ parts }) => (['address', 'postcode', 'city', 'region'] as const).every((name) => parts[name] === found[name]));
        expect(same.length).toBeGreaterThan(0);
        // The most trusted of them, then the newest.
        const rank = ({ trust, hour }: (typeof own)[number]) => trust * 10 + hour;
        expect(Math.max(...same.map(rank))).toBe(Math.max(...own.map(rank)));
      }),
      { numRuns: 60 },
    );
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

  test('a region told as a code of its country is its name, the same that a postcode tells; any other stays', async () => {
    await customers(1, 2, 3, 4);
    await live(1, { region: 'CA', country: 'US' });
    await live(2, { postcode: '90001', country: 'US' });
    await live(3, { region: 'OÖ', country: 'AT', city: 'Linz' });
    await live(4, { region: 'CA' });
    await refreshAttributes(warehouse, request);
    expect([await traits(1), await traits(2), await traits(3), await traits(4)].map(({ region }) => region)).toEqual([
      'California',
      'California',
      'Oberösterreich',
      'CA',
    ]);
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
