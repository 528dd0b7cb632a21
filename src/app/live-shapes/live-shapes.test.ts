import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject, Received } from '../../contract/index.ts';
import { type Control, openControl } from '../../control/index.ts';
import { day, formatInstant, hour, type Instant, instant, parseInstant } from '../../core/index.ts';
import { volumeAnomaly } from './volume-anomaly.ts';
import { openWatch, type Watch } from './watch.ts';
import { wordsOf } from './words.ts';

const start = parseInstant('2026-11-01T00:00:00Z') ?? instant(0);
let folder: string;
let control: Control;
let clock: Instant = start;
let watch: Watch;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-shapes-'));
  control = await openControl(join(folder, 'control.sqlite'));
  const row = { type: 'website', name: 'Shop', settings: '{}', secrets: '{}', created_by: 'test', last_seen_at: null, disabled_at: null, removed_at: null };
  await control
    .insertInto('live_sources')
    .values({ slug: 'web', created_at: formatInstant(start), ...row })
    .execute();
  watch = openWatch(control, { now: () => clock });
});
afterAll(async () => {
  await control.destroy();
  await rm(folder, { recursive: true });
});

async function send(count: number, event: string, properties: JsonObject): Promise<readonly string[]> {
  const body = { type: 'track', event, properties };
  watch.observe(
    'web',
    Array.from({ length: count }, (_, index): Received => ({ source: 'web', messageId: String(index), receivedAt: clock, body })),
    clock,
  );
  return (await watch.flush()).map((news) => wordsOf(news, 'Shop').title);
}

test('a source that has just begun is watched in silence; a new event a day later is news, its properties are not news of their own', async () => {
  expect(await send(100, 'Product Viewed', { price: 9.5, colour: 'red' })).toEqual([]);
  clock = instant(start + 2 * day);
  expect(await send(3, 'Sample Ordered', { size: 'small' })).toEqual(['New event: Sample Ordered']);
  expect(await send(1, 'Sample Ordered', { size: 'small' })).toEqual([]);
  expect(await send(1, 'Sample Ordered', { size: 'small', roast: 'dark' })).toEqual(['New property: roast']);
});

test('a number that becomes a text is told once it is more than a slip', async () => {
  expect(await send(1, 'Product Viewed', { price: '9.50', colour: 'red' })).toEqual([]);
  expect(await send(10, 'Product Viewed', { price: '9.50', colour: 'red' })).toEqual(['price has changed its type']);
});

test('a change that drips in one message after the other is told as one that comes at once, and what has always been mixed is no change', async () => {
  expect(await send(100, 'Drip', { size: 1, mixed: 1 })).toEqual(['New event: Drip']);
  const told: (readonly string[])[] = [];
  for (let count = 0; count < 8; count += 1) told.push(await send(1, 'Drip', { size: 'large', mixed: 1 }));
  // Five are five hundredths of the latest hundred.
  expect(told).toEqual([[], [], [], [], ['size has changed its type'], [], [], []]);
  expect(await send(1, 'Both', { id: 1 })).toEqual(['New event: Both']);
  for (let count = 0; count < 200; count += 1) expect(await send(1, 'Both', { id: count % 4 === 0 ? 'A7' : count })).toEqual([]);
});

test('how often a property was filled does not depend on what came with it in the same moment', async () => {
  const body = (properties: JsonObject): Received => ({
    source: 'web',
    messageId: 'm',
    receivedAt: clock,
    body: { type: 'track', event: 'Shared', properties },
  });
  watch.observe('web', [body({ a: 1, b: 1 })], clock);
  await watch.flush();
  watch.observe('web', [body({ a: 1 }), body({ a: 1, b: 1 }), body({ a: 1 }), body({ a: 1 })], clock);
  await watch.flush();
  const rows = await control
    .selectFrom('live_shapes')
    .select(['property', 'seen', 'filled', 'recent'])
    .where('event', '=', 'Shared')
    .orderBy('property')
    .execute();
  expect(rows.map(({ property, seen, filled, recent }) => [property, seen, filled, recent])).toEqual([
    ['', 5, 5, 'eeeee'],
    ['a', 5, 5, 'nnnnn'],
    ['b', 5, 2, 'n0n00'],
  ]);
});

test('a property that is empty, or not sent any more, fifty times in a row has gone empty, and that is told once', async () => {
  expect(await send(49, 'Product Viewed', { price: 9.5, colour: '' })).toEqual([]);
  expect(await send(1, 'Product Viewed', { price: 9.5, colour: '' })).toEqual(['colour has gone empty']);
  expect(await send(50, 'Product Viewed', { price: 9.5 })).toEqual([]);
  expect(await send(100, 'Sample Ordered', { size: 'small' })).toEqual([]);
  expect(await send(60, 'Sample Ordered', {})).toEqual(['size has gone empty']);
});

test('an hour is judged by the same hour of the days before', async () => {
  expect(volumeAnomaly([100, 110, 90], 0)).toBeUndefined();
  expect(volumeAnomaly([100, 110, 90, 5000], 12)).toBeUndefined();
  expect(volumeAnomaly([100, 110, 90, 5000], 10)).toEqual({ kind: 'quiet', usual: 105, actual: 10 });
  expect(volumeAnomaly([10, 12, 9, 11], 0)).toBeUndefined();
  expect(volumeAnomaly([10, 12, 9, 11], 120)).toEqual({ kind: 'flood', usual: 10.5, actual: 120 });
  const noon = instant(start + 10 * day + 12 * hour);
  for (let back = 1; back <= 9; back += 1)
    await control
      .insertInto('live_source_hours')
      .values({ source: 'web', hour: formatInstant(instant(noon - back * day)), received: 200, duplicates: 0, refused: 0 })
      .execute();
  const news = await watch.hourly(instant(noon + hour + 60_000_000));
  expect(news.map((one) => [one.key, wordsOf(one, 'Shop').sentence])).toEqual([
    ['source:web:quiet:2026-11-11', 'Nothing arrived from Shop in the last hour; at this time of day it is usually about 200.'],
  ]);
});
