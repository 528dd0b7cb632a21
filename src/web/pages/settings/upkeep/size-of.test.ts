import { expect, test } from 'vitest';
import { sizeOf } from './size-of.ts';

test('sizes in thousands, as disks are sold', () => {
  expect([0, 999, 1500, 12_345_678, 2_500_000_000, 7e12].map((bytes) => sizeOf(bytes, 'en-GB'))).toEqual([
    '0 kB',
    '1 kB',
    '1.5 kB',
    '12 MB',
    '2.5 GB',
    '7,000 GB',
  ]);
});
