import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ident, sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { stageSource } from '../stage-source.ts';

let warehouse: Warehouse;
let folder: string;
let count = 0;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'clientele-round-trip-'));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Text that breaks readers: quotes, delimiters, line breaks, formulas, SQL, letters of the world, control characters. */
const naughty = [
  '',
  ' ',
  '"',
  '""',
  '",',
  ',"',
  '\n',
  '\r\n',
  'a\nb',
  "'",
  "''; drop table x; --",
  '=1+1',
  '@x',
  '-',
  '\t',
  ';',
  '|',
  '\\',
  '\\"',
  'NULL',
  'null',
  '1e5',
  '007',
  '😀',
  'ﬁ',
  '\u200B',
  '田中',
  'ÅÄÖ',
  '\u202Etxt',
  '$1',
  '{{x}}',
  '<b>',
];
const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...naughty) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\u0001')) },
);

test('whatever is written by the rules is read back cell by cell, with the line on which it began', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (records, delimiter, ending, final) => {
        const quoted = (text: string): string => (/[",;|\t\r\n]|^\s|\s$|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const written = [['id', 'left', 'right', 'end'], ...records.map((record, index) => [String(index + 1), ...record])].map((row) =>
          row.map(quoted).join(delimiter),
        );
        const path = join(folder, `file-${(count += 1)}`);
        writeFileSync(path, written.join(ending) + (final ? ending : ''));
        const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder, delimiter, header: true }, { progress: () => undefined });
        const rows = await warehouse.rows(sql`select * from ${ident(staged?.table ?? '')} order by line`);
        let line = 1;
        const lines = written.map((text) => {
          const at = line;
          line += text.split(/\r\n|\n|\r/).length;
          return at;
        });
        expect(staged?.unreadable).toEqual([]);
        expect(rows.map((row) => [row['c1'], row['c2'], row['c3']])).toEqual(records);
        expect(rows.map((row) => row['line'])).toEqual(lines.slice(1));
      },
    ),
    { numRuns: 150 },
  );
});
