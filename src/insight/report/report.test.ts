import { expect, test } from 'vitest';
import type { ReportData, SegmentMembers } from '../../contract/index.ts';
import { readVocabulary } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import { collectReport } from '../collect-report.ts';
import { smallMoment, smallShop, smallWorkspace, type SmallOrder } from '../small-shop.ts';
import { renderReport } from './render.ts';

const naughty = `</title><script>alert(1)</script>"'&\u0000\u202Eevil\uD800`;

async function report(profiles: number, orders: readonly SmallOrder[], segments: readonly SegmentMembers[], name = 'Corner & Co'): Promise<ReportData> {
  const warehouse = await smallShop(profiles, orders);
  await warehouse.run(sql`update identifiers set value = ${naughty.replaceAll('\u0000', '').toWellFormed()} where profile = 1`);
  const workspace = { ...smallWorkspace, name };
  return collectReport(warehouse, {
    workspace,
    moment: smallMoment,
    segments,
    vocabulary: await readVocabulary(warehouse, { workspace, segments: new Map() }),
    quality: [],
  });
}

const busy: readonly SmallOrder[] = Array.from({ length: 300 }, (_, index) => ({
  profile: 1 + ((index * 7) % 40),
  daysAgo: (index * 13) % 400,
  total: 5 + ((index * 31) % 90),
  category: index % 3 === 0 ? naughty.replaceAll('\u0000', '').toWellFormed() : 'Tea',
}));
const segments: readonly SegmentMembers[] = [
  { slug: 'one', name: naughty, members: Int32Array.from({ length: 20 }, (_, index) => index + 1), text: 'orders >= 3', note: naughty, folder: 'Value' },
  { slug: 'two', name: 'Two', members: Int32Array.from({ length: 15 }, (_, index) => index + 10), text: 'orders >= 1', folder: 'Value' },
];

test('nothing from the data becomes markup, and the page asks for nothing', async () => {
  const page = renderReport(await report(45, busy, segments, naughty));
  expect(page).not.toMatch(/<script/i);
  expect(page).not.toContain('\u0000');
  expect(page).not.toContain('\u202E');
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  expect(page).not.toMatch(/url\((?!#)|@import|https?:\/\/(?!www\.w3\.org)/);
  expect(page.isWellFormed()).toBe(true);
});

test('every chart is titled, uses the page’s colours only, and shares no id with another', async () => {
  const page = renderReport(await report(45, busy, segments));
  const drawings = page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  expect(drawings.length).toBeGreaterThanOrEqual(16);
  for (const drawing of drawings) {
    expect(drawing).toMatch(/^<svg [^>]*role="img" aria-labelledby="[^"]+"><title id="[^"]+">[^<]+<\/title>/);
    expect(drawing).not.toMatch(/(?:fill|stroke)="(?:#|rgb)/);
    expect(drawing).not.toContain('NaN');
  }
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const [, id] of page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(id);
});

test('the same data gives the same page', async () => {
  const data = await report(45, busy, segments);
  expect(renderReport(data)).toBe(renderReport(JSON.parse(JSON.stringify(data)) as ReportData));
});

test('a shop without orders, and one with a single order, have a page too', async () => {
  expect(renderReport(await report(3, [], []))).toContain('no orders yet');
  const one = renderReport(
    await report(1, [{ profile: 1, daysAgo: 3, total: 12.5 }], [{ slug: 'one', name: 'One', members: Int32Array.of(1), text: 'orders = 1' }]),
  );
  expect(one).toContain('1 customer has spent £12.50 in 1 order');
  expect(one).not.toMatch(/NaN|Infinity|undefined/);
});

test('what customers spent is theirs: orders that name nobody stand beside it', async () => {
  const orders = [
    { profile: 1, daysAgo: 9, total: 12.5 },
    { profile: null, daysAgo: 5, total: 30 },
    { profile: null, daysAgo: 4, total: 20 },
    { profile: null, daysAgo: 3, total: -7.5 },
  ];
  const page = renderReport(await report(1, orders, []));
  expect(page).toContain('1 customer has spent £12.50 in 1 order.');
  expect(page).toContain('2 more orders, worth £42.50, name no customer.');
});
