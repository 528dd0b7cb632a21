import { expect, test } from 'vitest';
import { arrange, type ListedSegment } from './arrange.ts';

const segment = (slug: string, more: Partial<ListedSegment> = {}): ListedSegment => ({
  slug,
  name: slug,
  folder: '',
  members: 1,
  share: 0,
  revenue: 0,
  revenue_share: 0,
  as_of: '2026-01-01T00:00:00Z',
  status: 'ok',
  reason: null,
  text: 'orders >= 1',
  note: '',
  mode: 'live',
  origin: 'user',
  ...more,
});
const shown = (folders: ReturnType<typeof arrange>) => folders.map(({ name, segments }) => [name, segments.map(({ slug }) => slug)]);
const all = [
  segment('b', { folder: 'Value', members: 5 }),
  segment('a', { folder: 'Value', members: null, status: 'failed' }),
  segment('c', { note: 'For the spring mailing', mode: 'static', members: 9, text: 'city = "Leeds"' }),
];
const nothing = { q: '', sort: 'name', status: 'all' } as const;

test('segments stand in their folders, and empty folders are there to be filled', () => {
  expect(shown(arrange(all, ['Empty', 'Value'], nothing))).toEqual([
    ['', ['c']],
    ['Empty', []],
    ['Value', ['a', 'b']],
  ]);
});

test('the largest come first, and what could not be counted comes last', () => {
  expect(shown(arrange(all, [], { ...nothing, sort: 'size' }))).toEqual([
    ['', ['c']],
    ['Value', ['b', 'a']],
  ]);
});

test('a search looks into definitions and notes too, and hides empty folders', () => {
  expect(shown(arrange(all, ['Empty'], { ...nothing, q: 'leeds' }))).toEqual([['', ['c']]]);
  expect(shown(arrange(all, ['Empty'], { ...nothing, q: 'spring' }))).toEqual([['', ['c']]]);
  expect(shown(arrange(all, ['Empty'], { ...nothing, status: 'failed' }))).toEqual([['Value', ['a']]]);
});
