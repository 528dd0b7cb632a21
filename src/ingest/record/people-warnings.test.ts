import { expect, test } from 'vitest';
import { mappingOf, runOf, stage, testContext } from '../fixtures.ts';
import { importStaged } from '../index.ts';

const till = { Bon: 'order_id', Datum: 'ordered_at', Kunde: 'customer_id', Mail: 'email', Summe: 'total' };
const rows = [
  ['1', '2026-01-02', 'Anna Gruber', 'anna@example.org', '10'],
  ['2', '2026-01-03', 'Anna Gruber', 'a.gruber@example.org', '20'],
  ['3', '2026-01-04', 'Max Huber', 'max@example.org', '30'],
  ['4', '2026-01-05', null, null, '40'],
] as const;

test('names that were taken for customer ids are told, with how many stand beside several people, and whom the import makes one', async () => {
  const context = await testContext();
  const known = await stage(context.warehouse, ['E-Mail'], [['anna@example.org'], ['a.gruber@example.org'], ['max@example.org']]);
  await importStaged(context, known, mappingOf('customers', { 'E-Mail': 'email' }, {}, 'list'), runOf(1));
  const staged = await stage(context.warehouse, Object.keys(till), rows, 'staged_till');
  const dry = await importStaged(context, staged, mappingOf('orders', till), runOf(2, { dryRun: true }));
  // By hand: two names, of which Anna's stands beside two addresses; those two addresses were two customers.
  expect(dry.warnings.slice(0, 2)).toEqual([
    '"Kunde" is read as the customer id, and its values are names: all who bear the same name become one customer. Here 1 name stands beside several e-mail addresses or phones, such as "Anna Gruber". Choose customer name for it, unless no two customers bear one name.',
    '1 customer known so far becomes one with another (for instance whoever has the e-mail address a.gruber@example.org).',
  ]);
  expect(dry.merging).toEqual(dry.warnings.slice(0, 2));
  const done = await importStaged(context, staged, mappingOf('orders', till), runOf(3));
  expect(done.warnings[1]).toBe('1 customer known so far becomes one with another (for instance whoever has the e-mail address a.gruber@example.org).');
});

test('read as the name it is, the column joins nobody, and nothing is said', async () => {
  const context = await testContext();
  const staged = await stage(context.warehouse, Object.keys(till), rows);
  const report = await importStaged(context, staged, mappingOf('orders', { ...till, Kunde: 'customer_name' }), runOf(1));
  expect([report.profiles_created, report.warnings]).toEqual([
    3,
    ['1 order worth £40.00 has no customer number, e-mail or phone: kept as revenue that belongs to nobody.'],
  ]);
});

test('numbers are no names, and a list that links an id to an address known so far says so', async () => {
  const context = await testContext();
  const first = await stage(
    context.warehouse,
    ['Nr', 'Mail'],
    [
      ['7', null],
      [null, 'ann@example.org'],
    ],
  );
  await importStaged(context, first, mappingOf('customers', { Nr: 'customer_id', Mail: 'email' }), runOf(1));
  const second = await stage(context.warehouse, ['Nr', 'Mail'], [['7', 'ann@example.org']], 'staged_more');
  const report = await importStaged(context, second, mappingOf('customers', { Nr: 'customer_id', Mail: 'email' }), runOf(2));
  expect(report.warnings.filter((warning) => !warning.includes('earlier list'))).toEqual([
    '1 customer known so far becomes one with another (for instance whoever has the e-mail address ann@example.org).',
  ]);
});
