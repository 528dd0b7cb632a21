import { expect, test } from 'vitest';
import { sizeStory } from './size-story.ts';

const points = (...members: readonly number[]) => members.map((each, index) => ({ at: `2011-0${index + 1}-01T00:00:00Z`, members: each }));

test('a segment is compared with when it first had members, not with the time before there were any', () => {
  expect(sizeStory(points(0, 850, 700, 588))).toEqual({
    kind: 'shrank',
    from: { at: '2011-02-01T00:00:00Z', members: 850 },
    to: { at: '2011-04-01T00:00:00Z', members: 588 },
    most: undefined,
  });
});

test('the most it ever had is told where it is neither the first nor the last', () => {
  const story = sizeStory(points(0, 40, 850, 588));
  expect(story).toMatchObject({ kind: 'grew', from: { members: 40 }, to: { members: 588 }, most: { at: '2011-03-01T00:00:00Z', members: 850 } });
  expect(sizeStory(points(5, 9))).toMatchObject({ kind: 'grew', most: undefined });
});

test('no members ever, members only now, and no change are told apart', () => {
  expect(sizeStory([])).toEqual({ kind: 'never' });
  expect(sizeStory(points(0, 0))).toEqual({ kind: 'never' });
  expect(sizeStory(points(0, 7))).toEqual({ kind: 'only', to: { at: '2011-02-01T00:00:00Z', members: 7 } });
  expect(sizeStory(points(7, 7))).toMatchObject({ kind: 'same' });
});
