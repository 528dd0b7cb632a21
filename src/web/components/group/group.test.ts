import { defaultParseSearch } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { peopleAddress, segmentAddress } from './group.ts';

test('the router reads back the very text, also one that looks like a number', () => {
  const expression = 'city = "Ivry & Co?" and orders_count >= 3';
  expect(defaultParseSearch(peopleAddress(expression).split('?')[1] ?? '')).toEqual({ where: expression });
  expect(defaultParseSearch(segmentAddress(expression, '2024').split('?')[1] ?? '')).toEqual({ text: expression, name: '2024' });
});
