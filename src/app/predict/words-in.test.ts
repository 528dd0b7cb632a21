import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../../test/sample-vocabulary.ts';
import type { Vocabulary } from '../../language/index.ts';
import type { App } from '../open.ts';
import { wordsIn } from './words-in.ts';

const named: Vocabulary['attributes'] = new Map([
  ['name', { name: 'name', label: 'name', type: 'text', table: 'attributes', column: 't9' }],
  ['plan', { name: 'plan', label: 'plan', type: 'text', table: 'attributes', column: 't8' }],
]);

test('a trait that is called as the parts of a condition are is spoken of only where it is asked', async () => {
  const vocabulary = { ...sampleVocabulary, attributes: named };
  // No segments inside: the store is not asked.
  const app = {} as Pick<App, 'control'>;
  expect([...(await wordsIn(app, 'count("Plan Upgraded" in last 30 days) >= 1', vocabulary))]).toEqual([]);
  expect([...(await wordsIn(app, 'name = "Anna" and plan = "Pro"', vocabulary))].toSorted()).toEqual(['name', 'plan']);
});
