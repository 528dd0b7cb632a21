import { expect, test } from 'vitest';
import { instant, parseInstant } from '../../core/index.ts';
import { endOf } from './keys.ts';

test('a key that ended 120 thousandths after the second has ended three thousandths later, though its text stands after', () => {
  const end = '2026-11-29T23:05:05.12Z';
  const later = '2026-11-29T23:05:05.123Z';
  expect(end > later).toBe(true);
  expect(endOf({ expires_at: end })).toBeLessThan(parseInstant(later) ?? 0);
  expect(endOf({ expires_at: null })).toBe(instant(Number.POSITIVE_INFINITY));
});
