import { expect, test } from 'vitest';
import { directionOf } from './directions.ts';

const days = Float64Array.from({ length: 101 }, (_, day) => day);

test('a number goes one way where what it adds does, and both ways where it turns', () => {
  expect(
    directionOf(
      days,
      days.map((day) => (day - 50) / 50),
    ),
  ).toBe('more');
  expect(
    directionOf(
      days,
      days.map((day) => (50 - day) / 50),
    ),
  ).toBe('less');
  // Likeliest in the middle.
  expect(
    directionOf(
      days,
      days.map((day) => 1 - Math.abs(day - 50) / 25),
    ),
  ).toBe('mixed');
  // Rising at first, and from there on against it: of who waits longer than half of all, hardly anybody is likelier.
  expect(
    directionOf(
      days,
      days.map((day) => (day < 40 ? day / 40 - 1 : -0.4)),
    ),
  ).toBe('mixed');
});
