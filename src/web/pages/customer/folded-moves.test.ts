import { expect, test } from 'vitest';
import type { StoryEntry } from './customer-queries.ts';
import { foldMoves } from './folded-moves.ts';

const entry = (kind: string, at: string, title: string): StoryEntry => ({
  kind,
  at,
  title,
  detail: null,
  state: 'entered',
  amount: null,
  standing: null,
  refunded: null,
  rating: null,
  source: null,
  lines: [],
});
const day = (at: string): string => at.slice(0, 10);

test('three moves of one day in a row are one; two, and those of other days or with something between, stand alone', () => {
  const moves = ['a', 'b', 'c'].map((name) => entry('segment', '2026-03-02T10:00:00Z', name));
  const order = entry('order', '2026-03-02T09:00:00Z', '17');
  const earlier = ['d', 'e'].map((name) => entry('segment', '2026-03-01T10:00:00Z', name));
  const told = foldMoves([...moves, order, ...earlier, entry('segment', '2026-02-28T10:00:00Z', 'f')], day);
  expect(told.map((each) => (each.kind === 'moves' ? each.moves.map(({ title }) => title) : each.entry.title))).toEqual([['a', 'b', 'c'], '17', 'd', 'e', 'f']);
});
