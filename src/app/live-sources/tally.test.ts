import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openControl } from '../../control/index.ts';
import { hour, instant, parseInstant } from '../../core/index.ts';
import { tally, volumes } from './tally.ts';

test('what could not be written down is counted with what comes after it, and nothing twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-tally-'));
  const control = await openControl(join(folder, 'control.sqlite'));
  const now = parseInstant('2026-11-01T10:30:00Z') ?? instant(0);
  const counts = tally(control);
  counts.count('shop', now, { received: 3, duplicates: 1 });
  counts.count('site', instant(now + hour), { refused: 2 });
  // As where the disk is full: the second of the two rows can not be written.
  await sql`create trigger full before insert on live_source_hours when new.source = 'site' begin select raise(abort, 'disk is full'); end`.execute(control);
  await expect(counts.flush()).rejects.toThrow(/disk is full/);
  await sql`drop trigger full`.execute(control);
  counts.count('shop', now, { received: 2 });
  await counts.flush();
  await counts.flush();
  expect(await volumes(control, 'shop', instant(now - hour))).toEqual([{ hour: '2026-11-01T10:00:00Z', received: 5, duplicates: 1, refused: 0 }]);
  expect(await volumes(control, 'site', instant(now - hour))).toEqual([{ hour: '2026-11-01T11:00:00Z', received: 0, duplicates: 0, refused: 2 }]);
  await control.destroy();
  await rm(folder, { recursive: true });
});
