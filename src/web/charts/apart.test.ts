import { expect, test } from 'vitest';
import { apart, freeSpot } from './apart.ts';
import { standApart } from './cloud-chart.tsx';

test('names that do not touch stay where they are', () => {
  expect(apart([10, 50, 30], 14)).toEqual([10, 50, 30]);
});

test('names that touch move apart around their middle, in their order', () => {
  expect(apart([100, 100, 103], 14)).toEqual([87, 101, 115]);
  // The pair of 20 and 24 grows into 40, and all three share their middle, 28.
  expect(apart([40, 20, 24], 15)).toEqual([43, 13, 28]);
});

const within = { x: 0, y: 0, width: 300, height: 100 };
const name = (x: number, y: number) => ({ x, y, width: 80, height: 20 });

test('a name stands whole, and as near as touches no other', () => {
  expect(freeSpot(name(250, -5), [], within)).toEqual(name(220, 0));
  // 12 below its place is free, above it would be 28 away.
  expect(freeSpot(name(40, 48), [name(0, 40)], within)).toEqual(name(40, 60));
  expect(freeSpot(name(40, 48), [name(0, 40), name(100, 55)], within)).toEqual(name(40, 75));
  // Beside the other there is room.
  expect(freeSpot(name(90, 48), [name(0, 40)], within)).toEqual(name(90, 48));
});

// A drawing 340 wide: values from 0 to 10 lie between 24 and 324.
test('names of groups learn from where their middles lie how wide the drawing is', () => {
  const move = standApart([5, 10], 0, 10, 200);
  const label = (dataIndex: number, x: number, moved = 0) => ({
    dataIndex,
    rect: { x: x - 0.5, y: 99.5, width: 1, height: 1 },
    labelRect: { x: x - 70 + moved, y: 90, width: 140, height: 20 },
  });
  for (const moved of [0, -54]) {
    expect(move(label(0, 174))).toEqual({ dx: 0, dy: 0 });
    // 394 would be its end: 54 too far, and then it lies over the first.
    expect(move(label(1, 324, moved))).toEqual({ dx: -54, dy: -20 });
  }
});
