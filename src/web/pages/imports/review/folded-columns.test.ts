import { expect, test } from 'vitest';
import type { ColumnMapping } from '../../../../contract/index.ts';
import { foldedColumns } from './folded-columns.ts';

const column = (header: string, field: string): ColumnMapping => ({ header, field }) as ColumnMapping;

test('columns that are empty and left out are folded away; one that is empty but stands for a field is not', () => {
  const headers = ['Name', 'Total', 'Notes', 'Vendor', 'Receipt', 'Duties'];
  const samples = [['#1'], [], [null], [''], [], ['x']];
  const columns = [column('Name', 'order_id'), column('Total', 'total'), column('Vendor', 'ignore')];
  expect([...foldedColumns({ headers, samples, columns, recognised: null })]).toEqual(['Notes', 'Vendor', 'Receipt']);
  expect(foldedColumns({ headers: headers.slice(0, 4), samples, columns, recognised: null }).size).toBe(0);
});

test('of an export that was recognised, what is kept as it is or left out is folded away as well', () => {
  const headers = ['Name', 'Paid at', 'Device', 'Vendor', 'Phone'];
  const samples = [['#1'], ['2026-01-02'], ['till 3'], ['us'], []];
  const columns = [column('Name', 'order_id'), column('Paid at', 'custom'), column('Device', 'custom'), column('Vendor', 'ignore'), column('Phone', 'phone')];
  expect([...foldedColumns({ headers, samples, columns, recognised: 'Shopify orders' })]).toEqual(['Paid at', 'Device', 'Vendor']);
});
