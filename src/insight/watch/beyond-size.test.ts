import { expect, test } from 'vitest';
import { beyondTheirSize } from './beyond-size.ts';

/** Eight weeks that go up and down by a few, then one. */
const wobble = [2, -3, 1, 0, -2, 3, -1, 0];
const group = (dimension: string, label: string, usual: number, now: number, turn: number) => {
  const values = [...wobble.map((_, week) => usual + (wobble[(week + turn) % 8] ?? 0)), now];
  return { dimension, label, values, times: values.reduce((sum, value) => sum + value, 0) };
};
const named = (groups: readonly ReturnType<typeof group>[]) =>
  beyondTheirSize(groups, { newest: 1, before: 8 }).map(({ group: { dimension, label }, expected, actual, share }) => ({
    dimension,
    label,
    expected,
    actual,
    share: Math.round(share * 100) / 100,
  }));

/** Of 1,000 a week 300 are German; tiers of 500, 300 and 200 each lose an eighth, as near as whole numbers and chance have it. */
const tiers = [group('tier', 'high', 500, 434, 1), group('tier', 'medium', 300, 266, 4), group('tier', 'low', 200, 180, 6)];

test('where one country falls by 40% and tiers alike, the country made it: 120 of the 120', () => {
  const countries = [group('country', 'DE', 300, 180, 0), group('country', 'FR', 400, 400, 3), group('country', 'NL', 300, 300, 5)];
  expect(named([...tiers, ...countries])).toEqual([{ dimension: 'country', label: 'DE', expected: 300, actual: 180, share: 1 }]);
});

test('where all fall by an eighth, no group is named', () => {
  const countries = [group('country', 'DE', 300, 262, 0), group('country', 'FR', 400, 352, 3), group('country', 'NL', 300, 266, 5)];
  expect(named([...tiers, ...countries])).toEqual([]);
});

test('a group that made much of a small change, no further than its weeks go up and down, is chance', () => {
  // Of 100 a week five fewer, all of them of a group that goes up and down by three and of which 4.6 more or fewer is one standard deviation of counting.
  expect(named([group('country', 'DE', 30, 25, 0), group('country', 'FR', 70, 70, 3)])).toEqual([]);
});

test('a group that nobody was in before is named, and who are the only group there is are not', () => {
  const fair = { dimension: 'channel', label: 'fair', values: [0, 0, 0, 0, 0, 0, 0, 0, 160], times: 160 };
  const all = [fair, group('channel', 'web', 150, 151, 2), group('country', 'GB', 150, 311, 2)];
  expect(named(all)).toEqual([{ dimension: 'channel', label: 'fair', expected: 0, actual: 160, share: 0.99 }]);
});
