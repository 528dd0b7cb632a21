import { expect, test } from 'vitest';
import type { AttributeWord } from '../../language/index.ts';
import { wordsIn } from '../report/words.ts';
import { phraseOfKnown, phraseOfNumber, phraseOfValue } from './phrases.ts';

const words = wordsIn('GBP');
const word = (name: string, label: string): AttributeWord => ({ name, label, type: 'number', table: 'features', column: name });
const alive = word('predicted.alive', 'probability of still being a customer');

test.each([
  [
    'the medians where they differ',
    word('orders_count', 'number of orders'),
    { a: 12, b: 2, meanA: 14, meanB: 3 },
    'Number of orders is far higher: usually 12, others 2',
  ],
  [
    'the means where medians look alike',
    alive,
    { a: 0.9998, b: 0.9996, meanA: 0.99, meanB: 0.91 },
    'Probability of still being a customer is far higher: on average 99%, others 91%',
  ],
  ['nothing where these do too', alive, { a: 0.9998, b: 0.9996, meanA: 0.9997, meanB: 0.9995 }, ''],
] as const)('told are %s', (_, own, middles, said) => {
  expect(phraseOfNumber(words, own, middles, 0.9, 'large')).toBe(said);
});

test('a natural group is belonged to', () => {
  const group: AttributeWord = { name: 'cluster.name', label: 'name of the natural group', type: 'text', table: 'features', column: 'cluster_name' };
  expect(phraseOfValue(group, 'Older', 0.4, 0.2)).toBe('40% belong to the natural group “Older”, others 20%: 2.0 times as many');
});

test('a number that is 0 or 1 is told as an answer', () => {
  // IBM's telco customers: of those who left 476 of 1,869 are senior, of all others 666 of 5,174.
  const senior = { ...word('senior_citizen', 'senior citizen'), yesNo: true };
  expect(phraseOfValue(senior, 'yes', 476 / 1869, 666 / 5174)).toBe('Senior citizen is yes for 25%, others 13%: 2.0 times as many');
});

test('what is known of less than half of a group is said to be', () => {
  expect(phraseOfKnown([16, 80], [1100, 1371])).toBe(' (known of 16 of them)');
  expect(phraseOfKnown([16, 80], [100, 1371])).toBe(' (known of 16 of them and of 100 of the others)');
  expect(phraseOfKnown([40, 80], [1100, 1371])).toBe('');
});
