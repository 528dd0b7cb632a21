import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const web = join(import.meta.dirname, '..');
const catalogues = new Map(
  readdirSync(join(import.meta.dirname, 'en')).map((file) => [
    file.replace('.json', ''),
    keysOf(JSON.parse(readFileSync(join(import.meta.dirname, 'en', file), 'utf8'))),
  ]),
);
const sources = listSources(web).map((file) => ({ file, code: readFileSync(file, 'utf8') }));
/** Words whose keys are data: the glossary's are names of terms. */
const byName = new Set(['glossary']);

test('every key that a component uses is in its catalogue', () => {
  const missing = sources.flatMap(({ file, code }) =>
    usesIn(code)
      .filter(({ pattern }) => !isKnown(pattern, namespacesOf(code)))
      .map(({ pattern }) => `${file.slice(web.length)}: ${pattern}`),
  );
  expect(missing).toEqual([]);
});

test('no text is left over that nobody uses', () => {
  const left = [...catalogues].flatMap(([name, keys]) => {
    if (byName.has(name)) return [];
    const patterns = sources.flatMap(({ code }) => usesIn(code).flatMap(({ pattern }) => keyWithin(pattern, namespacesOf(code), name)));
    return [...keys].filter((each) => !patterns.some((pattern) => matches(pattern, each))).map((each) => `${name}:${each}`);
  });
  expect(left).toEqual([]);
});

type Use = { readonly pattern: string };

/** `t('a.b')`, `` t(`pages.${page}`) `` (as `pages.*`) and `i18nKey="a.b"`; a key kept in data is written `text('a.b')`. */
function usesIn(code: string): readonly Use[] {
  return [...code.matchAll(/(?:\bt|\btext)\(\s*(['`])((?:(?!\1).)+)\1|i18nKey="([^"]+)"/g)].map(([, , called, attribute]) => ({
    pattern: (called ?? attribute ?? '').replaceAll(/\$\{[^}]*\}/g, '*'),
  }));
}

function namespacesOf(code: string): readonly string[] {
  const found = [...code.matchAll(/useTranslation\((\[[^\]]*\]|'[^']*')[,)]|TFunction<(\[[^\]]*\]|'[^']*')/g)].flatMap(([, hook, type]) =>
    [...(hook ?? type ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name ?? ''),
  );
  return found.length === 0 ? ['common'] : found;
}

function isKnown(pattern: string, namespaces: readonly string[]): boolean {
  return [...catalogues].some(([name, keys]) => keyWithin(pattern, namespaces, name).some((each) => [...keys].some((known) => matches(each, known))));
}

/** The pattern as a key of this catalogue, if it can be one. */
function keyWithin(pattern: string, namespaces: readonly string[], name: string): readonly string[] {
  const [first, second] = pattern.split(':');
  if (second !== undefined) return first === name ? [second] : [];
  return namespaces.includes(name) ? [pattern] : [];
}

function matches(pattern: string, known: string): boolean {
  const bare = known.replace(/_(zero|one|two|few|many|other)$/, '');
  const expression = new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  );
  return expression.test(known) || expression.test(bare);
}

function keysOf(tree: object, prefix = ''): ReadonlySet<string> {
  return new Set(
    Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [...keysOf(value, `${prefix}${name}.`)] : [`${prefix}${name}`],
    ),
  );
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts') && entry.name !== 'schema.ts' ? [path] : [];
  });
}
