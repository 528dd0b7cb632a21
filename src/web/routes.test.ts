import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slugify } from '../core/index.ts';

test('no page hides something that the shop gave a name', () => {
  const list = readFileSync(join(import.meta.dirname, 'routes.ts'), 'utf8');
  const paths = [...list.matchAll(/\bscreen\('([^']+)'/g)].map(([, path]) => path ?? '');
  const named = paths.filter((path) => /\/\$(slug|id)$/.test(path)).map((path) => path.slice(0, path.lastIndexOf('/')));
  expect(named).toContain('/segments');
  // A name becomes its slug; a page beside it must be none that a name can become.
  const hiding = paths.filter((path) =>
    named.some((folder) => path.startsWith(`${folder}/`) && slugify(path.slice(folder.length + 1)) === path.slice(folder.length + 1)),
  );
  expect(hiding).toEqual([]);
});
