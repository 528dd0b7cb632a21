import { expect, test } from 'vitest';
import { createFormatters } from '../../../components/format/formatters.ts';
import { amountOf } from './amount-of.ts';

test('who made a change of revenue is told in money, of orders in orders', () => {
  const format = createFormatters({ locale: 'en-GB', currency: 'GBP', zone: 'Europe/London' });
  expect(amountOf('money', format)(1920)).toBe('£1,920');
  expect(amountOf('count', format)(60)).toBe('60');
  expect(amountOf(undefined, format)(4.5)).toBe('4.5');
});
