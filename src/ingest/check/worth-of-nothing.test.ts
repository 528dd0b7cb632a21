import { expect, test } from 'vitest';
import { mappingOf, plainIdentity, runOf, stage, testContext } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';

const fields = { Id: 'order_id', Who: 'customer_id', At: 'ordered_at', Item: 'product', Count: 'quantity', Worth: 'line_total' };

/** Lines of one order each with a line of a tea for 10 beside them, as `quantity, worth`. */
async function warningsOf(lines: readonly (readonly [string, string])[], mapped: Readonly<Record<string, string>> = fields): Promise<readonly string[]> {
  const context = await testContext();
  const rows = lines.flatMap(([count, worth], index) => [
    [`${index}`, 'a', '2025-01-02', 'Tea', '1', '10.00'],
    [`${index}`, 'a', '2025-01-02', 'Cup', count, worth],
  ]);
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const { warnings } = await importWith(plainIdentity, context, staged, mappingOf('orders', mapped), runOf(1));
  return warnings.filter((text) => text.includes('quantity of 0'));
}

test('what rejected lines of nothing are worth is said where their amounts are known', async () => {
  expect(await warningsOf([['1', '2.00']])).toEqual([]);
  expect(await warningsOf([['0', '0']])).toEqual(['1 rejected row with a quantity of 0 is worth nothing: no order lacks money for want of it.']);
  expect(
    await warningsOf([
      ['0', '0'],
      ['0', '0.00'],
      ['0', '1.25'],
    ]),
  ).toEqual([
    expect.stringMatching(/^3 rejected rows with a quantity of 0 are worth \D1\.25 in all \(2 rows nothing\): their orders lack no more money than that\.$/),
  ]);
  // One amount that is missing: nothing is said of the others.
  expect(
    await warningsOf([
      ['0', '0'],
      ['0', ''],
    ]),
  ).toEqual([]);
});
