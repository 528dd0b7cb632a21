import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWorkspace, instant } from '../../core/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import type { Decision } from '../identity/decisions.ts';
import { resolveIdentities } from '../identity/resolve.ts';
import { sql } from '../../sql/index.ts';
import { refreshAttributes } from '../traits/refresh.ts';
import { findDuplicates } from './find.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

type Person = { id: string; email?: string; phone?: string; name?: string; postcode?: string; city?: string };

async function shopWith(people: readonly Person[]): Promise<void> {
  const columns = [
    { namespace: 'customer_id', column: 'id' },
    { namespace: 'email', column: 'email' },
    { namespace: 'phone', column: 'phone' },
  ];
  await warehouse.load(
    'seen',
    columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
    people.map(({ id, email, phone }) => [id, email ?? null, phone ?? null]),
  );
  await resolveIdentities(warehouse, { table: 'seen', columns, batch: 1, source: 'shop', at: instant(0), decisions: [] });
  for (const { id, name, postcode, city } of people) {
    for (const [trait, value] of Object.entries({ name, postcode, city })) {
      if (value === undefined) continue;
      await warehouse.run(
        sql`insert into traits select 1, 'shop', ${id}, identifier, ${trait}, ${value}, 0, null from identifiers where namespace = 'customer_id' and value = ${id}`,
      );
    }
  }
  await refreshAttributes(warehouse, { workspace: defaultWorkspace, now: instant(0) });
}

const pairs = async (decisions: readonly Decision[] = []) =>
  (await findDuplicates(warehouse, { limit: 50, decisions })).map(({ a, b, reason, score }) => [a.profile, b.profile, reason, score]);

describe('findDuplicates', () => {
  test('name and postcode, however they are written', async () => {
    await shopWith([
      { id: '1', name: 'Zoë  Ångström', postcode: 'ls1 4ab' },
      { id: '2', name: 'zoe angstrom', postcode: 'LS14AB' },
      { id: '3', name: 'Zoe Angstrom', postcode: 'M1 1AA' },
    ]);
    expect(await pairs()).toEqual([[1, 2, 'same name and postcode: zoe angstrom, LS14AB', 0.9]]);
  });

  test('a full name alone, where one of two is known by nothing else', async () => {
    await shopWith([
      { id: 'till-1', name: 'Maud Okafor' },
      { id: '2', email: 'maud@example.org', name: 'Maud Okafor', city: 'Leeds' },
      // Three of a name; two of whom enough is known; a first name.
      { id: 'till-3', name: 'John Smith' },
      { id: '4', email: 'js@example.org', name: 'John Smith' },
      { id: '5', email: 'john@example.com', name: 'John Smith' },
      { id: '6', email: 'ida@example.org', name: 'Ida Berg' },
      { id: '7', email: 'berg@example.com', name: 'Ida Berg' },
      { id: 'till-8', name: 'Olga' },
      { id: '9', email: 'olga@example.org', name: 'Olga' },
    ]);
    // Numbers follow the ids as text: '2' is the first, 'till-1' the seventh.
    expect(await pairs()).toEqual([[1, 7, 'same full name, and nothing else known of one: maud okafor', 0.4]]);
  });

  test('name and city, surer things first; a first name alone is too common', async () => {
    await shopWith([
      { id: '1', email: 'bjoern.neumann@example.de', name: 'Björn Neumann', city: 'Bremen' },
      { id: '2', email: 'info.bjoern.neumann@example.de', name: 'bjorn neumann', city: 'BREMEN' },
      { id: '3', email: 'bn@example.org', name: 'Björn Neumann', city: 'Oldenburg' },
      { id: '4', email: 'anna@example.de', name: 'Anna', city: 'Bremen' },
      { id: '5', email: 'a.anna@example.de', name: 'Anna', city: 'Bremen' },
      { id: '6', name: 'Cem Ay', city: 'Bremen', postcode: '28195' },
      { id: '7', name: 'Cem Ay', city: 'Bremen', postcode: '28195' },
    ]);
    expect(await pairs()).toEqual([
      [6, 7, 'same name and postcode: cem ay, 28195', 0.9],
      [1, 2, 'same name and city: bjorn neumann, bremen', 0.6],
    ]);
  });

  test('Gmail ignores dots and tags; a misspelt domain; one letter with the same name', async () => {
    await shopWith([
      { id: '1', email: 'an.na+shop@gmail.com' },
      { id: '2', email: 'anna@googlemail.com' },
      { id: '3', email: 'bob@gmail.com' },
      { id: '4', email: 'bob@gmial.com' },
      { id: '5', email: 'carla.diaz@x.uk', name: 'Carla Diaz' },
      { id: '6', email: 'carla.dias@x.uk', name: 'Carla Diaz' },
      { id: '7', email: 'carla.dial@x.uk', name: 'Carl Dial' },
    ]);
    expect(await pairs()).toEqual([
      [1, 2, 'one mailbox written two ways: an.na+shop@gmail.com, anna@googlemail.com', 0.95],
      [3, 4, 'mail domain misspelt: bob@gmail.com, bob@gmial.com', 0.9],
      [5, 6, 'same name, e-mails one letter apart: carla.diaz@x.uk, carla.dias@x.uk', 0.85],
    ]);
  });

  test('of two reasons that are equally sure it is always the same one', async () => {
    await shopWith([
      { id: '1', phone: '+441', name: 'Dee Lee', postcode: 'LS1' },
      { id: '2', phone: '+441', name: 'Dee Lee', postcode: 'LS1' },
      { id: '3', phone: '+441', name: 'Eve' },
    ]);
    for (let time = 0; time < 20; time += 1) expect((await pairs())[0]).toEqual([1, 2, 'same name and postcode: dee lee, LS1', 0.9]);
  });

  test('a phone that guards keep from linking; pairs decided apart are gone', async () => {
    await shopWith([
      { id: '1', phone: '+441', name: 'Dee' },
      { id: '2', phone: '+441', name: 'Dee' },
      { id: '3', phone: '+441', name: 'Eve' },
    ]);
    expect(await pairs()).toEqual([
      [1, 2, 'same name and phone: dee, +441', 0.9],
      [1, 3, 'same phone: +441', 0.5],
      [2, 3, 'same phone: +441', 0.5],
    ]);
    const apart: Decision = {
      decision: 'apart',
      namespace_a: 'customer_id',
      value_a: '2',
      namespace_b: 'customer_id',
      value_b: '1',
      author: 'me',
      at: '2026-01-01T00:00:00Z',
      merge: null,
      undone_at: null,
    };
    expect((await pairs([apart])).map(([a, b]) => [a, b])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });
});
