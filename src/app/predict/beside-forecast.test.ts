import { expect, test } from 'vitest';
import { besideForecast } from './beside-forecast.ts';

const money = (amount: number): string => `£${Math.round(amount)}`;
// A bakery whose weeks fell to a third a quarter ago: £430 a week of known customers alone, where each customer's past says £1,130.
const fallen = { pages: 14_700, pagesSpread: 0.03, shop: 5_600, shopOff: 0.24, known: 1, held: { predicted: 15_400, actual: 5_600 } };

test('where customers’ pages add up to more than the shop’s own forecast by more than both intervals, it is said, and which to trust', () => {
  const found = besideForecast(fallen, money);
  // 1.6 times 24% on either side of 5,600.
  expect(found.known.low).toBeCloseTo(5_600 * (1 - 0.384), 6);
  expect(found.known.high).toBeCloseTo(5_600 * 1.384, 6);
  expect([found.agree, found.trust]).toEqual([false, 'forecast']);
  expect(found.sentence).toBe(
    'Customers’ pages add up to £14700 in the next three months; the shop’s own forecast of revenue is £5600 in 13 weeks, about £5600 of it from customers who are known today. They differ by more than their intervals: for the shop as a whole trust the forecast, which follows the weeks as they are now (this model’s sum was 175% off for the weeks held back, the forecast 24% a week when looked back on). Who is worth more than whom is still told by customers’ pages, but their money adds up to too much.',
  );
});

test('a shop that lives of new customers does not contradict its customers’ pages, and the better judge is trusted', () => {
  // Half of what comes is of customers to come: 2,800 of 5,600.
  const growing = besideForecast({ ...fallen, pages: 3_000, known: 0.5, held: { predicted: 2_900, actual: 2_800 } }, money);
  expect([growing.agree, growing.trust]).toEqual([true, 'both']);
  expect(growing.sentence).toMatch(/about £2800 of it from customers who are known today: they agree within their intervals\.$/);
  expect(besideForecast({ ...fallen, held: { predicted: 5_700, actual: 5_600 } }, money).trust).toBe('customers');
  expect(besideForecast({ ...fallen, held: null }, money).trust).toBe('forecast');
});
