import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { importAll, nothingSaid, openApp, realEffects, runWatch, watch } from '../src/app/index.ts';
import { randomNormal, seededRandom } from '../src/stats/index.ts';
import { openedWorkspace } from './opened-workspace.ts';

const weeks = 40;
/** From this week on, a Monday, hardly anything comes from the web any more: 3 orders of 16 a week, beside 7 of the shop's own. */
const fall = 34;
const first = Date.UTC(2026, 0, 5);
const dayOf = (week: number, day = 0): string => new Date(first + (week * 7 + day) * 86_400_000).toISOString().slice(0, 10);

const opened = openedWorkspace(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-test-'));
  const effects = realEffects(() => undefined);
  await (await openApp(folder, effects, { create: {} })).close();
  return folder;
});

beforeAll(async () => {
  const { app } = opened;
  const random = seededRandom(7);
  const rows: string[] = [];
  for (let week = 0; week < weeks; week += 1) {
    for (const [channel, a, people] of [
      ['web', week < fall ? 16 : 3, 60],
      ['shop', 7, 30],
    ] as const) {
      // A usual week's number of orders up or down by a quarter, and baskets of £8 to £110: of weeks before the fall revenue is between £250 and £1,200.
      const orders = Math.max(0, Math.round(a * (1 + 0.25 * randomNormal(random))));
      for (let order = 0; order < orders; order += 1) {
        const customer = `${channel}${Math.floor(random() * people)}`;
        rows.push(
          `O${rows.length},${customer},${dayOf(week, Math.floor(random() * 7))} 11:00,${channel},${(30 * Math.exp(0.7 * randomNormal(random))).toFixed(2)}`,
        );
      }
    }
  }
  const file = join(app.folder.root, 'orders.csv');
  writeFileSync(file, `${['Order ID,Customer ID,Date,Channel,Total', ...rows].join('\n')}\n`);
  await importAll(app, { ...nothingSaid, inputs: [file] });
}, 200_000);

/** What the watch tells on the Monday after the week. */
async function toldAfter(week: number) {
  return (await runWatch(opened.app, dayOf(week + 1))).raised.filter(({ subject }) => subject.type === 'metric');
}

test('a level that falls in weeks as unsteady as these is told when it has stayed for four of them, once, with who makes it', async () => {
  expect(await toldAfter(fall - 1)).toEqual([]);
  // No single week is far enough out to be told.
  expect([...(await toldAfter(fall)), ...(await toldAfter(fall + 2))]).toEqual([]);
  const [level, ...more] = await toldAfter(fall + 3);
  expect(more).toEqual([]);
  expect(level).toMatchObject({ title: 'Revenue: lower for 4 weeks', kind: 'unusual', severity: 'urgent', subject: { type: 'metric', id: 'revenue' } });
  expect(level?.sentence).toMatch(
    /^Revenue since the week of 31 August 2026: about £396 a week, 56% less than the £907 of the sixteen weeks before\. .* With it went orders \(from 23 to 9\.5\) and customers who order \(from 20 to 9\)\./,
  );
  // 13 of 16 a week are planted in it.
  expect(level?.contributors[0]).toMatchObject({ dimension: 'channel', label: 'web' });
  const { sentence, series } = await watch(opened.app, { as_of: dayOf(fall + 4) });
  expect(sentence).toContain('3 have stayed at another level than before for four weeks and more.');
  expect(series.find(({ key }) => key === 'metric:orders')).toMatchObject({
    unusual: false,
    level: { since: dayOf(fall), weeks: 4, before: 22.5, after: 9.5 },
  });
  expect(series[0]?.level).not.toBeNull();
  for (const week of [fall + 4, weeks - 1]) expect(await toldAfter(week)).toEqual([]);
}, 100_000);
