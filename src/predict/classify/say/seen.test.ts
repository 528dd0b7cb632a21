import { expect, test } from 'vitest';
import { seenSentence } from './seen.ts';

test('a customer who is looked at on several days is one customer with several rows', () => {
  expect(seenSentence([], 90)).toBe('There is no past to learn from yet.');
  expect(seenSentence([{ day: '1 May 2026', rows: 1 }], 30)).toBe('1 customer as they were on 1 May 2026, and what each did in the 30 days after.');
  const days = [
    { day: '1 January 2026', rows: 900 },
    { day: '1 April 2026', rows: 1100 },
  ];
  expect(seenSentence(days, 90)).toBe(
    'Up to 1,100 customers as they were on each of 2 days (1 January 2026, 1 April 2026), and what each did in the 90 days after: 2,000 rows, one for each customer and day.',
  );
});
