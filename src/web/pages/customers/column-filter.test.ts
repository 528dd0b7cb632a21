import { expect, test } from 'vitest';
import { type AttributeWord, format } from '../../../language/index.ts';
import { columnCondition, whereOf } from './column-filter.ts';

const word = (name: string, type: AttributeWord['type']): AttributeWord => ({ name, label: name, type, table: 'features', column: name });

test('what is typed above a column, as the segment language says it', () => {
  const typed: readonly (readonly [AttributeWord['type'], string, string | undefined])[] = [
    ['number', '5', 'x = 5'],
    ['number', '>= 3', 'x >= 3'],
    ['number', '3-10', 'x between 3 and 10'],
    ['number', '3 apples', undefined],
    ['number', '?', 'x is unknown'],
    ['text', 'lee', 'x contains "lee"'],
    ['text', '=Le"eds', 'x = "Le\\"eds"'],
    ['boolean', 'yes', 'x = true'],
    ['instant', '> 2026-01-31', 'x after 2026-01-31'],
    ['instant', '< 31/01/2026', 'x before 2026-01-31'],
    ['instant', '2026-01', undefined],
  ];
  for (const [type, text, expected] of typed) {
    const condition = columnCondition(word('x', type), text, 'en-GB');
    expect([text, condition === undefined ? undefined : format(condition)]).toEqual([text, expected]);
  }
});

test('filters join the condition of the address', () => {
  const words = new Map([['orders_count', word('orders_count', 'number')]]);
  expect(whereOf('', {}, words)).toBe('');
  expect(whereOf('', { orders_count: '3', unheard_of: '4' }, words)).toBe('orders_count = 3');
  expect(whereOf('a = 1 or b = 2', { orders_count: '3' }, words)).toBe('(a = 1 or b = 2) and (orders_count = 3)');
});
