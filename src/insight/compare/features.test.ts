import { expect, test } from 'vitest';
import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { comparedWords } from './features.ts';

test('of what is foretold each thing is compared once: no bounds, no other horizons, and nobody is likest to themselves', () => {
  const word = (name: string): AttributeWord => ({
    name,
    label: name,
    type: 'number',
    table: 'features',
    column: name.replace('.', '_'),
  });
  const names = [
    'orders_count',
    'predicted.value_12m',
    'predicted.value_12m_low',
    'predicted.value_12m_high',
    'predicted.value_3m',
    'predicted.alive',
    'predicted.like_champions',
    'rfm.r',
  ];
  const vocabulary: Pick<Vocabulary, 'attributes'> = { attributes: new Map(names.map((name) => [name, word(name)])) };
  expect(comparedWords(vocabulary).map(({ word: { name } }) => name)).toEqual(['orders_count', 'predicted.value_12m', 'predicted.alive']);
});

test('the number of a natural group is the name of one, so its name is compared and not how large it is', () => {
  const word = (name: string, type: 'number' | 'text'): AttributeWord => ({ name, label: name, type, table: 'features', column: name.replace('.', '_') });
  const words = [word('cluster.group', 'number'), word('cluster.name', 'text')];
  const compared = comparedWords({ attributes: new Map(words.map((each) => [each.name, each])) });
  expect(compared.map(({ word: { name }, as }) => [name, as])).toEqual([['cluster.name', 'value']]);
});
