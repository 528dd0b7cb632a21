import { expect, test } from 'vitest';
import type { MappingOptions } from '../../contract/index.ts';
import { formatInstant, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { mappingOf, stage, testContext, testNow } from '../fixtures.ts';
import { checkRows } from './check-rows.ts';

/** Reads a column of customers as `field` and gives back what each cell became, as text. */
async function read(field: string, cells: readonly string[], options: MappingOptions = {}, workspace = {}): Promise<readonly unknown[]> {
  const { warehouse, workspace: settings } = await testContext(workspace);
  const staged = await stage(
    warehouse,
    ['Id', 'Cell'],
    cells.map((cell, index) => [String(index), cell]),
  );
  const mapping = mappingOf('customers', { Id: 'customer_id', Cell: field }, options);
  const checked = await checkRows(warehouse, { staged, mapping, workspace: settings, now: testNow, hashContent: undefined });
  const rows = await warehouse.rows(sql`select f1 as value from ${{ kind: 'fragment', parts: [{ kind: 'identifier', name: checked.table }] }} order by line`);
  return rows.map(({ value }) => value);
}

const instants = async (cells: readonly string[], options: MappingOptions = {}, workspace = {}): Promise<readonly string[]> =>
  (await read('signed_up_at', cells, options, workspace)).map((value) => (typeof value === 'number' ? formatInstant(instant(value)) : 'none'));

test('instants in every form that exports use', async () => {
  const table: readonly (readonly [string, string])[] = [
    ['2025-10-07', '2025-10-07T00:00:00Z'],
    ['2025-10-07 09:50', '2025-10-07T09:50:00Z'],
    ['2025-10-07 09:50:26', '2025-10-07T09:50:26Z'],
    ['2025-10-07T09:50:26', '2025-10-07T09:50:26Z'],
    ['2025-10-07T09:50:26Z', '2025-10-07T09:50:26Z'],
    ['2025-10-07T09:50:26.123Z', '2025-10-07T09:50:26.123Z'],
    ['2025-10-07T09:50:26.123456789Z', '2025-10-07T09:50:26.123456Z'],
    ['2025-10-07 09:50:26 +0200', '2025-10-07T07:50:26Z'],
    ['2025-10-07T09:50:26+02:00', '2025-10-07T07:50:26Z'],
    ['2025-10-07 09:50:26 UTC', '2025-10-07T09:50:26Z'],
    ['2025-10-07 09:50-05', '2025-10-07T14:50:00Z'],
    ['2025/10/07', '2025-10-07T00:00:00Z'],
    ['2025.10.07 09:50', '2025-10-07T09:50:00Z'],
    ['20251007', '2025-10-07T00:00:00Z'],
    ['20251007T095026', '2025-10-07T09:50:26Z'],
    ['20251007095026', '2025-10-07T09:50:26Z'],
    ['2025-10', '2025-10-01T00:00:00Z'],
    ['7 Oct 2025', '2025-10-07T00:00:00Z'],
    ['07-Oct-2025 09:50', '2025-10-07T09:50:00Z'],
    ['7 October 2025', '2025-10-07T00:00:00Z'],
    ['Oct 7, 2025', '2025-10-07T00:00:00Z'],
    ['October 7th, 2025 9:50 PM', '2025-10-07T21:50:00Z'],
    ['Oct 2025', '2025-10-01T00:00:00Z'],
    ['Tue, 07 Oct 2025 09:50:26 +0000', '2025-10-07T09:50:26Z'],
    ['Tuesday, October 7, 2025', '2025-10-07T00:00:00Z'],
    ['2025-10-07 9:50:26 p.m.', '2025-10-07T21:50:26Z'],
    // 1759830626 s = 2025-10-07T09:50:26Z: 20,368 days × 86,400 + 35,426 s.
    ['1759830626', '2025-10-07T09:50:26Z'],
    ['1759830626000', '2025-10-07T09:50:26Z'],
    ['1759830626123456', '2025-10-07T09:50:26.123456Z'],
    ['2025-02-30', 'none'],
    ['2025-13-01', 'none'],
    ['soon', 'none'],
    ['', 'none'],
    ['0000-00-00 00:00:00', 'none'],
  ];
  const found = await instants(table.map(([cell]) => cell));
  expect(table.map(([cell], index) => [cell, found[index]])).toEqual(table);
});

test('months named in other languages', async () => {
  const table: readonly (readonly [string, string])[] = [
    ['3. März 2024', '2024-03-03T00:00:00Z'],
    ['24. Dez. 2024 18:30', '2024-12-24T18:30:00Z'],
    ['Montag, 7. Oktober 2024', '2024-10-07T00:00:00Z'],
    ['1er janvier 2024', '2024-01-01T00:00:00Z'],
    ['14 juil. 2024', '2024-07-14T00:00:00Z'],
    ['15 août 2024', '2024-08-15T00:00:00Z'],
    ['3 de enero de 2024', '2024-01-03T00:00:00Z'],
    ['12 dic 2024', '2024-12-12T00:00:00Z'],
    ['2 giugno 2024', '2024-06-02T00:00:00Z'],
    ['27 april 2024', '2024-04-27T00:00:00Z'],
    ['5-mei-2024', '2024-05-05T00:00:00Z'],
    ['3 March 2024', '2024-03-03T00:00:00Z'],
    ['3 Brumaire 2024', 'none'],
  ];
  const found = await instants(table.map(([cell]) => cell));
  expect(table.map(([cell], index) => [cell, found[index]])).toEqual(table);
});

test('an amount that says it is in other money is not taken for ours', async () => {
  expect(await read('income', ['£5.00', '€5.00', 'EUR 5', '5 USD', '$5', 'GBP 5', '5.00'], {}, { currency: 'GBP' })).toEqual([5, null, null, null, null, 5, 5]);
  expect(await read('income', ['$5.00', 'US$ 5', 'CA$5', '£5'], {}, { currency: 'CAD' })).toEqual([5, 5, 5, null]);
});

test('the order of day and month is told by a value above 12, or by --date-order', async () => {
  expect(await instants(['01/12/2010 08:26', '13/12/2010 08:26'])).toEqual(['2010-12-01T08:26:00Z', '2010-12-13T08:26:00Z']);
  expect(await instants(['01/12/2010', '12/13/2010'])).toEqual(['2010-01-12T00:00:00Z', '2010-12-13T00:00:00Z']);
  expect(await instants(['1/2/10 5:06 PM'], { dateOrder: 'mdy' })).toEqual(['2010-01-02T17:06:00Z']);
  expect(await instants(['01.02.2010', '01.02.10'])).toEqual(['2010-02-01T00:00:00Z', '2010-02-01T00:00:00Z']);
  await expect(instants(['01/12/2010', '05/06/2010'])).rejects.toMatchObject({ code: 'date.ambiguous', hint: expect.stringContaining('--date-order') });
});

test('a column of both orders keeps only the dates that can be one thing', async () => {
  expect(await instants(['13/01/2010', '01/13/2010', '01/02/2010', '02/02/2010'])).toEqual([
    '2010-01-13T00:00:00Z',
    '2010-01-13T00:00:00Z',
    'none',
    '2010-02-02T00:00:00Z',
  ]);
});

test('clock times without a zone are in the workspace, or in the zone of the mapping', async () => {
  // British Summer Time is UTC+1 in July; New York is UTC−4.
  expect(await instants(['2025-07-01 12:00', '2025-01-01 12:00', '2025-07-01 12:00 Z'], {}, { zone: 'Europe/London' })).toEqual([
    '2025-07-01T11:00:00Z',
    '2025-01-01T12:00:00Z',
    '2025-07-01T12:00:00Z',
  ]);
  expect(await instants(['2025-07-01 12:00'], { zone: 'America/New_York' }, { zone: 'Europe/London' })).toEqual(['2025-07-01T16:00:00Z']);
  // 2025-03-30 01:30 does not exist in London and moves to 02:30 BST; 2025-10-26 01:30 exists twice and is the later, in GMT.
  expect(await instants(['2025-03-30 01:30', '2025-10-26 01:30'], {}, { zone: 'Europe/London' })).toEqual(['2025-03-30T01:30:00Z', '2025-10-26T01:30:00Z']);
});

test('amounts with signs, codes, separators and minus in every place', async () => {
  const table: readonly (readonly [string, number | null])[] = [
    ['1234.5', 1234.5],
    ['1,234.56', 1234.56],
    ['1,234,567', 1_234_567],
    ['£12.00', 12],
    ['-£3.00', -3],
    ['£-3.00', -3],
    ['(5.25)', -5.25],
    ['(£5.25)', -5.25],
    ['7.10-', -7.1],
    ['−2.5', -2.5],
    ['GBP 1 234.50', 1234.5],
    ['1’234.50 GBP', 1234.5],
    ['1\u00a0234.50', 1234.5],
    ['1\u202f234.50 kr', 1234.5],
    ['12 %', 12],
    ['+4', 4],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1,5', null],
    ['1.2.3', null],
    ['12abc', null],
    ['NaN', null],
    ['Infinity', null],
    ['99999999999999999999', null],
    ['', null],
  ];
  const found = await read(
    'income',
    table.map(([cell]) => cell),
  );
  expect(table.map(([cell], index) => [cell, found[index]])).toEqual(table);
});

test('decimal comma or point is decided once per column', async () => {
  expect(await read('income', ['1.234,56', '7,5', '1.000', '-3,00 €', '1.234.567'], {}, { currency: 'EUR' })).toEqual([1234.56, 7.5, 1000, -3, 1_234_567]);
  expect(await read('income', ['1,000', '2.50'])).toEqual([1000, 2.5]);
  expect(await read('income', ['1.000'], { decimal: 'comma' })).toEqual([1000]);
  expect(await read('income', ['1.000'], { decimal: 'point' })).toEqual([1]);
  await expect(read('income', ['1.234', '5.678'])).rejects.toMatchObject({ code: 'number.ambiguous', hint: expect.stringContaining('--decimal') });
});

test('identifiers lose what spreadsheets did to them, and are refused when digits are lost', async () => {
  expect(await read('id:crm', ['17850.0', "'0123", '="0123"', '1.23E+11', '9e+05', '9e+06', ' AB-1 ', 'a.b', 'NULL', '1e5', 'é'.normalize('NFD')])).toEqual([
    '17850',
    '0123',
    '0123',
    null,
    '900000',
    null,
    'AB-1',
    'a.b',
    null,
    '1e5',
    'é',
  ]);
});

test('e-mail addresses are lower-cased and checked', async () => {
  expect(
    await read('email', [
      ' Ann@Example.COM',
      'Ann <ann@example.com>',
      'mailto:a@b.co',
      'a@b',
      'a b@c.de',
      'a@@b.de',
      'a@b..de',
      'jörg@müller.de',
      "o'neil+x@mail.example.org",
      '@b.de',
    ]),
  ).toEqual(['ann@example.com', 'ann@example.com', 'a@b.co', null, null, null, null, 'jörg@müller.de', "o'neil+x@mail.example.org", null]);
});

test('phones become E.164 with the country of the workspace', async () => {
  expect(
    await read('phone', ['020 7946 0018', '+1 (212) 555-0123', "'+44 20 7946 0018", '0044 20 7946 0018', 'none of your business', '12'], {}, { country: 'GB' }),
  ).toEqual(['+442079460018', '+12125550123', '+442079460018', '+442079460018', null, null]);
  expect(await read('phone', ['020 7946 0018'])).toEqual(['02079460018']);
  // A cell that was kept as a number has lost its plus.
  expect(await read('phone', ['442079460018', '33612345678', '491512345678901', '123456789012345'], {}, { country: 'GB' })).toEqual([
    '+442079460018',
    '+33612345678',
    '+491512345678901',
    null,
  ]);
});

test('countries become codes; the unknown stay as they are', async () => {
  expect(
    await read('country', ['United Kingdom', 'EIRE', 'USA', 'Deutschland', 'RSA', 'fr', 'DEU', 'Channel Islands', 'España', 'Österreich', 'Atlantis']),
  ).toEqual(['GB', 'IE', 'US', 'DE', 'ZA', 'FR', 'DE', 'JE', 'ES', 'AT', 'Atlantis']);
});

test('consent words of several tools', async () => {
  expect(await read('accepts_email', ['yes', 'No', 'SUBSCRIBED', 'never subscribed', 'Opted-In', '1', '0', 'ja', 'perhaps'])).toEqual([
    true,
    false,
    true,
    false,
    true,
    true,
    false,
    true,
    null,
  ]);
});

test('yes and no in the words of many languages, alone and with thanks', async () => {
  const yes = [
    'ja bitte',
    'Ja, bitte!',
    'JA GERNE',
    'yes please',
    'Yes, I agree.',
    'oui',
    'Oui, merci',
    'sí',
    'SÍ, por favor',
    'sì',
    'sim',
    'tak',
    'Tak, proszę',
    'opted in',
  ];
  const no = [
    'nein danke',
    'Nein, danke.',
    'no thanks',
    'No, thank you',
    'non merci',
    'no gracias',
    'não',
    'nie',
    'nie, dziękuję',
    'opted out',
    'désinscrit',
    'nee bedankt',
  ];
  expect(await read('accepts_email', yes)).toEqual(yes.map(() => true));
  expect(await read('accepts_email', no)).toEqual(no.map(() => false));
});

test('what can be read both ways is never guessed', async () => {
  const unclear = [
    'ja/nein',
    'yes and no',
    'no problem',
    'no answer',
    'no data',
    'yes, but only by post',
    'ja, aber nur Post',
    'oui ou non',
    'later',
    'nur per Post',
    '?',
  ];
  expect(await read('accepts_email', unclear)).toEqual(unclear.map(() => null));
});

test('lists in their three spellings, first of equals kept', async () => {
  expect(await read('tags', ['vip, wholesale,vip', '["a","b, c"]', '"big spender", x'])).toEqual([
    ['vip', 'wholesale'],
    ['a', 'b, c'],
    ['big spender', 'x'],
  ]);
  expect(await read('tags', ['a;b', 'c;d, e'])).toEqual([
    ['a', 'b'],
    ['c', 'd, e'],
  ]);
});

test('impossible places and birthdays are left out', async () => {
  expect(await read('latitude', ['53.8', '91'])).toEqual([53.8, null]);
  expect(await read('birthday', ['1980-05-06', '1799-01-01', '2030-01-01'])).toEqual([expect.anything(), null, null]);
});
