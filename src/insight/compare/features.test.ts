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
