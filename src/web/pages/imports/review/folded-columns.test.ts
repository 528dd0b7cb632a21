import { expect, test } from 'vitest';
import type { ColumnMapping } from '../../../../contract/index.ts';
import { foldedColumns } from './folded-columns.ts';

const column = (header: string, field: string): ColumnMapping => ({ header, field }) as ColumnMapping;

test('columns that are empty and left out are folded away; one that is empty but stands for a field is not', () => {
  const headers = ['Name', 'Total', 'Notes', 'Vendor', 'Receipt', 'Duties'];
  const samples = [['#1'], [], [null], [''], [], ['x']];
  const columns = [column('Name', 'order_id'), column('Total', 'total'), column('Vendor', 'ignore')];
  expect([...foldedColumns({ headers, samples, columns })]).toEqual(['Notes', 'Vendor', 'Receipt']);
  expect(foldedColumns({ headers: headers.slice(0, 4), samples, columns }).size).toBe(0);
});
