import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseParts, parts } from './parts.ts';

test('a part or a whole group is asked for by its name, and everything by none', () => {
  expect(chooseParts(['start'])?.map((part) => part.name)).toEqual(['start']);
  expect(chooseParts(['events-10m', 'shell'])?.map((part) => part.name)).toEqual(['start', 'events-10m']);
  expect(chooseParts(['imports'])?.map((part) => part.name)).toEqual(['online-retail', 'orders-1m', 'events-10m']);
  expect(chooseParts([])).toEqual(parts);
  expect(chooseParts(['start', 'nothing-like-it'])).toBeUndefined();
});

test('no two parts share a name, and each stands in docs/benchmarks.md', () => {
  const names = parts.map((part) => part.name);
  expect(new Set(names).size).toBe(names.length);
  const page = readFileSync(join(import.meta.dirname, '../../docs/benchmarks.md'), 'utf8');
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
