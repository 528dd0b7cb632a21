import { expect, test } from 'vitest';
import { secondAttribute } from './second-attribute.ts';

const trait = (name: string, filled: number, distinct: number) => ({ name, filled, distinct });

test('what nobody knows of customers, or everybody has alike, does not stand across by itself', () => {
  const known = [trait('favourite_category', 0, 0), trait('favourite_product', 80, 8), trait('value_tier', 90, 3)];
  expect(secondAttribute({ customers: 100, traits: known })).toBe('favourite_product');
  expect(secondAttribute({ customers: 100, traits: [trait('favourite_category', 60, 5), ...known.slice(1)] })).toBe('favourite_category');
  expect(secondAttribute({ customers: 100, traits: [trait('favourite_product', 80, 1), trait('country', 19, 5)] })).toBe('value_tier');
});
