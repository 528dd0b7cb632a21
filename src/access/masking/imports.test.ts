import { expect, test } from 'vitest';
import type { ColumnMapping, ImportReport } from '../../contract/index.ts';
import { maskImportReport, maskSamples, sensitivityOfColumn } from './imports.ts';

const column = (header: string, field: string): ColumnMapping => ({ header, field, confidence: 1, reason: 'header' });
const columns = [column('Kunde', 'name'), column('Wann', 'ordered_at'), column('Mail', 'email'), column('Vorname', 'custom')];

test('a column is judged by what it is mapped to, then by its own name', () => {
  expect(columns.map(sensitivityOfColumn)).toEqual(['name', undefined, 'email', 'name']);
});

test('samples are masked column by column, also before anything is mapped', () => {
  const samples = [['Anna Smith', null], ['31/12/2025'], ['anna@example.org', 'not an e-mail'], ['Anna']];
  const headers = columns.map(({ header }) => header);
  expect(maskSamples(headers, samples, columns)).toEqual([['A… S…', null], ['31/12/2025'], ['a…@e….org', 'n…il'], ['A…']]);
  expect(maskSamples(['Telefon', 'Wann'], [['0161 496 0000'], ['12:30']], [])).toEqual([['…00'], ['12:30']]);
});

test('examples of rejected cells are masked by their column, whole rows wholly', () => {
  const reject = (where: string | null, example: string): ImportReport['rejects'][number] => ({
    reason: 'r',
    column: where,
    rows: 1,
    example,
    line: 2,
    fix: 'f',
  });
  const rejects = [
    reject('Wann', '31/31/2025'),
    reject('Mail', 'anna@smith'),
    reject('Kunde', 'Anna Smith'),
    reject(null, 'Anna Smith,1 High Street'),
    reject('phone', '12345'),
  ];
  const report = { rejects, columns, warnings: ['2 rows share ann@example.org'] } as unknown as ImportReport;
  const masked = maskImportReport(report);
  expect(masked.rejects.map(({ example }) => example)).toEqual(['31/31/2025', 'a…@s…', 'A… S…', '…', '…']);
  expect(masked.warnings).toEqual(['2 rows share a…@e….org']);
});
