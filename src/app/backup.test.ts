import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backup, restore } from './backup.ts';
import { realEffects } from './effects.ts';
import { openApp } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientele-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('in what is restored nothing begins by itself but the members of a definition that was changed', async () => {
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  for (const [number, [kind, status]] of (
    [
      ['import', 'queued'],
      ['backup', 'running'],
      ['backfill', 'running'],
      ['backfill', 'queued'],
      ['refresh', 'done'],
    ] as const
  ).entries())
    await app.control
      .insertInto('jobs')
      .values({ id: String(number), kind, status, title: kind, lane: 'light', request: '{}', attempt: 1, created_at: '2026-01-01T00:00:00Z', revision: number })
      .execute();
  await backup(app, join(folder, 'b.tar.gz'));
  await app.close();
  await restore(join(folder, 'b.tar.gz'), join(folder, 'restored'));
  const restored = await openApp(
    join(folder, 'restored'),
    realEffects(() => undefined),
  );
  const jobs = await restored.control.selectFrom('jobs').select(['kind', 'status']).orderBy('id').execute();
  await restored.close();
  expect(jobs.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'import cancelled',
    'backup cancelled',
    'backfill running',
    'backfill queued',
    'refresh done',
  ]);
});
