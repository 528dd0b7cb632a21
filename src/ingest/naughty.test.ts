import { expect, test } from 'vitest';
import { fieldCatalogue, type Kind, kinds } from '../contract/index.ts';
import { sql } from '../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from './fixtures.ts';
import { importWith } from './import-staged.ts';

/** Text that has broken other people's imports: quotes, SQL, formulas, controls, odd Unicode, numbers that are none, dates that are none. */
const naughty: readonly string[] = [
  "'; drop table orders; --",
  `" or 1=1 --`,
  '$1',
  '{}',
  '[',
  '["unclosed',
  '[1,[2],{"a":null}]',
  '\\',
  '\\n',
  '\u0000'.replace('\u0000', '␀'),
  '\u0001\u001f',
  '\u202eright to left',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '👩‍👩‍👧‍👦',
  'ﷺ',
  'İstanbul',
  '=1+1',
  '@SUM(A1)',
  'NaN',
  '-Infinity',
  '1e999',
  '1E-999',
  '0x10',
  '１２３',
  '--1',
  '()',
  '(-5)-',
  '1,2,3',
  '.',
  ',',
  '%',
  '£',
  '9999-12-31',
  '0001-01-01',
  '2025-02-29',
  '24:00',
  '1970-01-01T00:00:00-99:99',
  '99999999999999999999999999999999999999',
  '170141183460469231731687303715884105727',
  'a@b',
  '<a@b.co',
  '+',
  '+0',
  'x'.repeat(100_000),
];

/** One odd text a row in one column, everything else as it should be. */
test.each(kinds)('naughty text in every field of %s is recorded, left out or rejected, and never breaks the import', async (kind: Kind) => {
  const good: Readonly<Record<string, string>> = {
    order_id: 'o',
    customer_id: 'c',
    ordered_at: '2025-01-02',
    occurred_at: '2025-01-02',
    event: 'View',
    product_id: 'p',
  };
  const context = await testContext({ country: 'GB', zone: 'Europe/London' });
  const fields = Object.keys(fieldCatalogue[kind]);
  const headers = [...fields, "Robert'); drop table--"];
  const rows = headers.flatMap((_, column) =>
    naughty.map((text, row) =>
      headers.map((header, index) =>
        index === column
          ? text
          : good[header] === undefined
            ? ''
            : header.endsWith('_at') || header === 'event'
              ? (good[header] ?? '')
              : `${good[header]}${row}`,
      ),
    ),
  );
  const staged = await stage(context.warehouse, headers, rows);
  const mapping = mappingOf(
    kind,
    { ...Object.fromEntries(fields.map((field) => [field, field])), "Robert'); drop table--": 'custom' },
    { dateOrder: 'dmy', decimal: 'point' },
  );
  const report = await importWith(plainIdentity, context, staged, mapping, runOf(1));
  expect(report.accepted + report.rejected).toBe(rows.length);
  expect(report.rejects.every(({ fix }) => fix !== '')).toBe(true);
  const again = await importWith(plainIdentity, context, staged, mapping, runOf(2));
  expect({ created: again.created, updated: again.updated }).toEqual({ created: 0, updated: 0 });
});

test('kept text is the text, letter for letter', async () => {
  const context = await testContext();
  const kept = naughty.filter((text) => text === text.trim() && text.normalize('NFC') === text);
  const staged = await stage(
    context.warehouse,
    ['Id', 'Note'],
    kept.map((text, index) => [String(index), text]),
  );
  await importWith(plainIdentity, context, staged, mappingOf('customers', { Id: 'customer_id', Note: 'custom' }), runOf(1));
  const found = await context.warehouse.rows<{ value: string }>(sql`select value from traits where name = 'note' order by cast(record_id as INTEGER)`);
  expect(found.map(({ value }) => value)).toEqual(kept);
});
