import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderFor, run } from './run.ts';

const folder = folderFor('old-data');
afterAll(folder.done);

test('figures of a shop whose data ended long ago say so, hints look from where the import looked, and money of nobody stands apart', async () => {
  const data = join(folder.path, 'my shop');
  const orders = join(folder.path, 'orders.csv');
  // In Berlin the last order is of the fifteenth.
  writeFileSync(
    orders,
    ['order_id,customer_id,ordered_at,total', '1,A,2025-03-01T10:00:00Z,100', '2,A,2025-03-14T23:30:00Z,20', '3,,2025-03-02T10:00:00Z,30', ''].join('\n'),
  );
  expect((await run(['init', '--data', data, '--currency', 'EUR', '--timezone', 'Europe/Berlin', '--country', 'DE'])).code).toBe(0);
  const { stdout } = await run(['import', orders, '--as-of', 'latest', '--data', data]);
  expect(stdout).toContain('1 customer has ordered, revenue €150 (€30 of it from orders that name no customer).');
  expect(stdout).toContain(`\`clientele segments list --data '${data}' --as-of latest\``);
  expect(stdout).not.toContain('Your data ends');

  const note = 'Your data ends on 2025-03-15: seen from today, nearly everyone has gone quiet. Add --as-of latest to look from its end.';
  for (const asked of [
    ['segments', 'list'],
    ['preview', 'orders >= 1'],
  ]) {
    expect((await run([...asked, '--data', data])).stdout).toContain(note);
    expect((await run([...asked, '--data', data, '--as-of', 'latest'])).stdout).not.toContain('Your data ends');
    expect((await run([...asked, '--data', data, '--json'])).stdout).not.toContain('Your data ends');
  }
  expect((await run(['import', orders, '--data', data])).stdout).toContain(note);
});
