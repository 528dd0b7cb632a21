import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderFor, run } from './run.ts';

const { path, done } = folderFor('unmade');
afterAll(done);

const orders = join(path, 'orders.csv');
writeFileSync(orders, 'Order ID,E-mail,Total,Date\n1,ann@example.com,10,2026-01-02\n2,bo@example.com,20,2026-02-03\n');
const missing = ['--map', 'Totl=total'];

test('an import that is refused before anything is recorded leaves no workspace behind, so another can be made with other settings', async () => {
  const data = join(path, 'new');
  const { code, stderr } = await run(['import', orders, '--data', data, ...missing]);
  expect(code).toBe(1);
  expect(stderr).toContain('Did you mean "Total"?');
  expect(stderr).not.toContain('Made a workspace');
  expect(existsSync(data)).toBe(false);
  expect(await run(['init', '--data', data, '--currency', 'EUR'])).toMatchObject({ code: 0 });
});

test('what lay in the folder stays', async () => {
  const data = join(path, 'used');
  mkdirSync(data);
  writeFileSync(join(data, 'notes.txt'), 'mine');
  expect((await run(['import', orders, '--data', data, ...missing])).code).toBe(1);
  expect(readdirSync(data)).toEqual(['notes.txt']);
});

test('a workspace that was there stays, and one that an import filled does', async () => {
  const data = join(path, 'there');
  const first = await run(['import', orders, '--data', data]);
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining(`Made a workspace in ${data}`)]);
  expect((await run(['import', orders, '--data', data, ...missing])).code).toBe(1);
  expect((await run(['preview', 'count(orders) = 1', '--data', data])).stdout).toContain('2 customers');
});
