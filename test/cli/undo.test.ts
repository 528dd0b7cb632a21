import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderFor, run } from './run.ts';

const folder = folderFor('undo');
afterAll(folder.done);

test('an import that is taken back without any change says why', async () => {
  const data = ['--data', join(folder.path, 'data')];
  const bring = async (rows: readonly string[]): Promise<void> => {
    const file = join(folder.path, 'orders.csv');
    writeFileSync(file, ['order_id,customer_id,ordered_at,total', ...rows, ''].join('\n'));
    expect((await run(['import', file, '--no-refresh', ...data])).code).toBe(0);
  };
  const undo = async (...args: readonly string[]): Promise<string> => (await run(['imports', 'undo', ...args, ...data])).stdout;
  await bring(['1,A,2026-03-01,10', '2,B,2026-03-02,20']);
  await bring(['1,A,2026-03-01,10', '2,B,2026-03-02,20']);
  expect(await undo('2', '--dry-run')).toContain('It had brought nothing new: earlier imports tell of the same records. Nothing was changed.');
  await bring(['1,A,2026-03-01,11', '2,B,2026-03-02,21']);
  const later = 'Later imports of the same source (2 and 3) tell of the same records, which stay as they are told there.';
  expect(await undo('1', '--dry-run')).toContain(later);
  expect(await undo('1')).toBe(`Import 1 is taken back: 0 orders removed, 0 put back as they were before. ${later}\n`);
  expect(await undo('3')).toBe('Import 3 is taken back: 0 orders removed, 2 put back as they were before.\n');
});
