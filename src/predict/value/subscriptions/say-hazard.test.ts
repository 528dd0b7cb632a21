import { expect, test } from 'vitest';
import type { AttributeWord } from '../../../language/index.ts';
import { eachMore, ratioSentence, roundStep } from './say-hazard.ts';

test('a step is a round number', () => {
  expect([5.3, 4.3, 790, 9.3, 0.4].map((usual) => roundStep(usual, false))).toEqual([5, 5, 1000, 10, 0.5]);
  expect(roundStep(0.4, true)).toBe(1);
});

test('a step has its unit', () => {
  const word = (name: string, type: AttributeWord['type'], unit?: string): [string, AttributeWord] => [
    name,
    { name, label: name, type, table: 'features', column: name, ...(unit === undefined ? {} : { unit }) },
  ];
  const words = {
    attributes: new Map([
      word('visits_30d', 'number'),
      word('expected_next_order_at', 'instant'),
      word('last_event_at', 'instant'),
      word('total_spent', 'number', 'GBP'),
      word('fee', 'number', 'EUR'),
    ]),
  };
  expect(eachMore('visits_30d', 'visits in 30 days', 5, words)).toBe('each 5 visits more in 30 days');
  expect(eachMore('last_event_at', 'last event', 5, words)).toBe('each 5 days more since their last visit or other event');
  expect(eachMore('total_spent', 'total spent', 1000, words)).toBe('each £1,000 more spent so far');
  expect(eachMore('expected_next_order_at', 'next order expected', 10, words)).toBe('each 10 days more since their next order was due');
  expect(eachMore('fee', 'monthly fee', 10, words)).toBe('each €10 more of “monthly fee”');
});

test('a ratio is said with its interval', () => {
  expect(ratioSentence('With each 5 visits more in 30 days', { ratio: 0.44, low: 0.3, high: 0.6 })).toBe(
    'With each 5 visits more in 30 days the risk of ending at any time is 56% lower (40% to 70%), all else alike.',
  );
  expect(ratioSentence('With it', { ratio: 1.27, low: 1.02, high: 1.58 })).toBe(
    'With it the risk of ending at any time is 27% higher (2% to 58%), all else alike.',
  );
  expect(ratioSentence('Where plan is Flex,', { ratio: 2, low: 1.2, high: 3.6 }, 'of the others')).toBe(
    'Where plan is Flex, the risk of ending at any time is 2.0 times as high as of the others (1.2 to 3.6), all else alike.',
  );
});

// "27% higher (by up to 40%)" kept silent that it may as well be 2% lower.
test('a ratio whose interval holds 1 is not told as an effect, and both ends of the interval are', () => {
  expect(ratioSentence('With it', { ratio: 1.27, low: 0.98, high: 1.4 })).toBe(
    'With it the risk of ending at any time may be no different (between 2% lower and 40% higher), all else alike.',
  );
  expect(ratioSentence('Where plan is Enterprise,', { ratio: 0.6, low: 0.18, high: 2.04 }, 'of the others')).toBe(
    'Where plan is Enterprise, the risk of ending at any time may be no different from that of the others (between 82% lower and 2.0 times as high), all else alike.',
  );
});
