import { expect, test } from 'vitest';
import { checkText, visitWords } from '../../../../language/index.ts';
import { sampleVocabulary } from '../../../../../test/sample-vocabulary.ts';
import { conditionText, joined, operatorsOf } from './condition-text.ts';

test('whatever is chosen is a condition of the language', () => {
  const words = { ...sampleVocabulary, atRequest: true };
  for (const word of visitWords.values()) {
    for (const operator of operatorsOf(word)) {
      const text = conditionText(word.name, operator, word.type === 'number' ? '17' : 'say "so" \\', undefined) ?? '';
      expect([text, checkText(text, words).ok]).toEqual([text, true]);
    }
  }
});

test('a segment by its name; a value that is missing is no condition', () => {
  expect(conditionText('quick', 'is', '', 'The "quick" ones')).toBe('in segment "The \\"quick\\" ones"');
  expect(conditionText('quick', 'not', '', 'Champions')).toBe('not in segment "Champions"');
  expect(conditionText('context.device', 'is', ' ', undefined)).toBeUndefined();
  expect(conditionText('context.hour', 'least', 'late', undefined)).toBeUndefined();
});

test('a condition that is added has to hold together with all that stands there', () => {
  expect(joined('', 'a = 1')).toBe('a = 1');
  expect(joined('a = 1 and b = 2', 'c = 3')).toBe('a = 1 and b = 2 and c = 3');
  expect(joined('a = 1 or b = 2', 'c = 3')).toBe('(a = 1 or b = 2) and c = 3');
});
