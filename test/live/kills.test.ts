import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killAgainAndAgain } from './kills.ts';

// The long run, a hundred kills and more: script/soak kills.
test('a server killed under load has everything that it acknowledged, once, and its history ends where its facts say', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-kills-'));
  const report = await killAgainAndAgain(join(folder, 'data'), 5, 1500);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report).toMatchObject({ lost: 0, duplicates: 0, unrecorded: 0, wrongMembers: 0, untold: 0, toldWrong: 0 });
  await rm(folder, { recursive: true });
});
