import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importAll, nothingSaid, refreshAll, runWatch, watch } from '../src/app/index.ts';
import { exampleWorkspace } from './example-workspace.ts';
import { openedWorkspace } from './opened-workspace.ts';

describe('what is unusual in the example shop', () => {
  const opened = openedWorkspace(exampleWorkspace);

  test('a mailing every third week is its rhythm; a fair that doubles a segment and the week’s orders is told once, with what made it', async () => {
    const { app } = opened;
    const usual = await runWatch(app, '2026-06-22');
    expect(usual.looked_at).toBeGreaterThan(100);
    // By three weeks in which nothing came between two mailings "Stopped reading" goes from 0 to 278 and back.
    expect(usual.raised.filter(({ kind }) => kind === 'unusual').map(({ title }) => title)).toEqual([]);

    // A hundred and sixty people of Leeds, 168 of whom there are, each with one order at a fair in the newest whole week.
    const at = (number: number): string => `2026-06-${22 + (number % 7)}`;
    const people = Array.from({ length: 160 }, (_, number) => `F${number},Fay${number},fay${number}@example.net,Leeds,GB,${at(number)}`);
    const orders = Array.from({ length: 160 }, (_, number) => `FO${number},F${number},${at(number)} 11:00,fair,40.00`);
    const files = [join(app.folder.root, 'fair-customers.csv'), join(app.folder.root, 'fair-orders.csv')] as const;
    writeFileSync(files[0], `${['Customer ID,First Name,Email,City,Country,Created At', ...people].join('\n')}\n`);
    writeFileSync(files[1], `${['Order ID,Customer ID,Date,Channel,Total', ...orders].join('\n')}\n`);
    await importAll(app, { ...nothingSaid, inputs: [files[0]], source: 'fair' });
    await importAll(app, { ...nothingSaid, inputs: [files[1]], source: 'fair' });
    await refreshAll(app, '2026-06-29');

    const { raised } = await runWatch(app, '2026-06-29');
    const titles = raised.map(({ title }) => title);
    expect(titles).toContain('Orders: unusually high');
    expect(titles).toContain('Revenue: unusually high');
    const orderNotice = raised.find(({ title }) => title === 'Orders: unusually high');
    expect(orderNotice?.contributors.map(({ label }) => label)).toContain('fair');
    expect(raised.filter(({ subject }) => subject.type === 'segment').length).toBeGreaterThan(0);
    expect(raised.some(({ subject, sentence }) => subject.id === 'city-leeds' && / in the week of 22 June 2026: 3\d\d, /.test(sentence))).toBe(true);
    // The list agrees with what was told, and with its own ranges.
    const list = await watch(app, { as_of: '2026-06-29' });
    const unusual = list.series.filter((each) => each.unusual);
    const foretold = raised.filter(({ kind }) => kind === 'forecast').map(({ subject }) => subject.id);
    expect(unusual.map(({ subject }) => subject.id)).toEqual(expect.arrayContaining(foretold));
    expect(list.sentence).toContain(`${unusual.length} of ${list.series.length} figures`);
    const outside = list.series.filter(({ actual, low, high }) => actual !== null && low !== null && high !== null && (actual < low || actual > high));
    expect(outside.filter((each) => !each.unusual).map(({ key }) => key)).toEqual([]);
    expect((await runWatch(app, '2026-06-29')).raised).toEqual([]);
    // Nor of the same segments by what they had spent, or who came.
    const again = (await runWatch(app, '2026-07-01')).raised;
    expect(again).toEqual([]);
  }, 300_000);
});
