import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notRun } from '../datasets.ts';
import { whyNoDisk } from './disk.ts';
import { cutAgainAndAgain } from './power-cuts.ts';

// The long run, at every sort of moment: script/soak power.
const why = await whyNoDisk();
if (why !== undefined) notRun(`Power cuts (a server on a disk of its own that loses what was not synced): ${why}. Kills under load were tried.`);

test.skipIf(why !== undefined)(
  'after a power cut everything that was acknowledged is there, once, stores and files agree, and the server starts by itself',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-power-'));
    const report = await cutAgainAndAgain({ folder, rounds: 2, port: 0, moments: ['twice', 'backup'], milliseconds: 1500 });
    expect(report).toMatchObject({ cuts: 4, lost: [], twice: [], wrong: [] });
    expect(report.acknowledged).toBeGreaterThan(0);
  },
);
