import { expect, test } from 'vitest';
import { shorten } from './html.ts';
import { counted, share, wordsIn } from './words.ts';

test('money keeps its currency and its size', () => {
  expect(wordsIn('GBP').money(1847.4)).toBe('£1,847');
  expect(wordsIn('GBP').money(43.7)).toBe('£43.70');
  expect(wordsIn('DKK').shortMoney(12_345)).toMatch(/^DKK\s12\.3k$/);
  expect(wordsIn('USD').shortMoney(1_234_567)).toBe('US$1.2m');
  expect(wordsIn('nonsense').money(5)).toBe('5');
});

test('shares never round something to nothing', () => {
  expect([0, 0.0004, 0.004, 0.38, 597 / 600, 1].map(share)).toEqual(['0%', 'under 0.1%', '0.4%', '38%', 'more than 99%', '100%']);
});

test('one customer, two customers', () => {
  expect([counted(1, 'customer'), counted(1284, 'customer')]).toEqual(['1 customer', '1,284 customers']);
});

test('texts are cut between whole characters', () => {
  expect(shorten('Cafetière 👩‍👩‍👧 blend', 12)).toBe('Cafetière 👩‍👩‍👧…');
});
