import { expect, test } from 'vitest';
import { reviewState } from './review-state.ts';

const read = { data: [{ problems: [] }], isFetching: false };
const asks = { data: [{ problems: ['dates'] }], isFetching: false };
const under = { data: undefined, isFetching: true };
const unreadable = { data: undefined, isFetching: false };
const at = (looks: Parameters<typeof reviewState>[0]['looks'], checking = false, checked = false) => reviewState({ looks, checking, checked });

test('a file that is still being read asks nothing', () => {
  expect(at([under])).toEqual({ kind: 'reading' });
  expect(at([read, under])).toEqual({ kind: 'reading' });
});

test('files that ask something, or cannot be read, are counted', () => {
  expect(at([asks, under, read, unreadable])).toEqual({ kind: 'left', files: 2 });
});

test('while every row is checked nothing else is said', () => {
  expect(at([read])).toEqual({ kind: 'ready' });
  expect(at([read], true)).toEqual({ kind: 'checking' });
  expect(at([read], false, true)).toEqual({ kind: 'checked' });
});
