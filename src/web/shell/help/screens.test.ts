import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helpFor } from './screens.ts';

test('each screen has its own help, and the manual its page', () => {
  const expected: Readonly<Record<string, string>> = {
    '/': 'home',
    '/customers': 'customers',
    '/customers/12': 'customer',
    '/segments/champions': 'segment',
    '/segments/champions/edit': 'builder',
    '/segments/~new': 'builder',
    '/segments/~templates': 'templates',
    '/insights/rfm': 'rfm',
    '/settings/people': 'settings',
    '/imports/new': 'import',
    '/no/such/page': 'any',
  };
  expect(Object.fromEntries(Object.keys(expected).map((path) => [path, helpFor(path).key]))).toEqual(expected);
});

test('every page of the manual that help leads to is there', () => {
  const source = readFileSync(join(import.meta.dirname, 'screens.ts'), 'utf8');
  const pages = [...source.matchAll(/manual: '([^']+)'/g)].map(([, page]) => page ?? '');
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((page) => !existsSync(join(import.meta.dirname, '../../../../docs', page)))).toEqual([]);
});
