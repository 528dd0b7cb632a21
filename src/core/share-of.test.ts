import { expect, test } from 'vitest';
import { chanceOf, shareOf } from './share-of.ts';

test('what is not all is not told as all, what is not none not as none', () => {
  // 597 of 600, and 3 of 700.
  expect([597 / 600, 1, 3 / 700, 0, 0.38, 1.2].map(shareOf)).toEqual(['more than 99%', '100%', 'less than 1%', '0%', '38%', '120%']);
  expect([0, 1, 0.5].map(chanceOf)).toEqual(['less than 1%', 'more than 99%', '50%']);
});
