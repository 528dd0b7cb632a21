import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { realEffects } from './effects.ts';
import { engineMemory } from './engine-memory.ts';
import { openApp } from './open.ts';

const gigabyte = 2 ** 30;

test('the engine may hold half of what the machine has, or its container where that is less, and half a gigabyte at least', () => {
  expect(engineMemory(16 * gigabyte, 0)).toBe('8192MiB');
  expect(engineMemory(16 * gigabyte, 4 * gigabyte)).toBe('2048MiB');
  // Where no container limits it, the system may tell a number beyond all memory.
  expect(engineMemory(4 * gigabyte, 2 ** 63)).toBe('2048MiB');
  expect(engineMemory(gigabyte / 2, 0)).toBe('512MiB');
});

test('what a workspace is opened with is the bound that its engine keeps', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-memory-'));
  const app = await openApp(
    folder,
    realEffects(() => undefined),
    { create: { timezone: 'UTC' }, memory: '640MiB' },
  );
  const another = await app.warehouse.another();
  expect(await another.row(sql`select current_setting('memory_limit') as bound`)).toEqual({ bound: '640.0 MiB' });
  await another.close();
  await app.close();
  rmSync(folder, { recursive: true });
});
