import { expect, test } from 'vitest';
import { openedWorkspace } from '../../../test/opened-workspace.ts';
import { trainedWorkspace } from '../../../test/trained-workspace.ts';
import { trainModel } from '../index.ts';

const opened = openedWorkspace(trainedWorkspace);
const groupedBy = (...columns: readonly string[]) =>
  trainModel(opened.app, 'groups', { asOf: undefined, approve: false, groups: { columns: ['orders_count', ...columns], k: 2 } });

test('what customers can not be compared by is named, not passed over', async () => {
  await expect(groupedBy('avarage_order_value')).rejects.toThrow('Customers can not be grouped by "avarage_order_value". Did you mean average_order_value?');
  await expect(groupedBy('email')).rejects.toThrow('Customers can not be grouped by "email".');
  await expect(groupedBy('gender')).rejects.toThrow('Customers can not be grouped by "gender". It is marked for the audit, so nothing is made of it.');
});

test('habits and features are taken', async () => {
  const { seen } = await groupedBy('order_pace', 'time_of_day');
  expect(seen).toContain('orders in a year');
});
