import { expect, test } from 'vitest';
import { nextOrderOf } from './next-order.ts';

const now = '2026-11-29T12:00:00Z';

test('an expected order that lies ahead is a date, one that should have come is overdue, and what is years away says that they are gone', () => {
  expect(nextOrderOf('2026-12-24T00:00:00Z', now)).toEqual({ kind: 'expected', at: '2026-12-24T00:00:00Z' });
  expect(nextOrderOf('2026-05-27T00:00:00Z', now)).toEqual({ kind: 'overdue', at: '2026-05-27T00:00:00Z' });
  expect(nextOrderOf('2025-11-28T00:00:00Z', now)).toEqual({ kind: 'gone' });
  expect(nextOrderOf('2028-11-28T12:00:00Z', now)).toEqual({ kind: 'expected', at: '2028-11-28T12:00:00Z' });
  expect(nextOrderOf('2028-11-28T12:00:01Z', now)).toEqual({ kind: 'gone' });
  expect(nextOrderOf(null, now)).toEqual({ kind: 'gone' });
});
