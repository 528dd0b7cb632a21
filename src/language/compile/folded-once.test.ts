import { expect, test } from 'vitest';
import { compile, ident, sql } from '../../sql/index.ts';
import { plainFolded } from './fold.ts';
import { foldedOnce } from './folded-once.ts';

test('each column that an expression folds is read from a column that holds it folded', () => {
  const folded = new Map();
  const either = sql`(${plainFolded(ident('category'))} = ${'tea'} or nullif(${plainFolded(ident('device'))}, '') = ${'mobile'}) and ${plainFolded(ident('category'))} <> ${'x'}`;
  expect(compile(foldedOnce(either, folded)).text).toBe(`("folded category" = $1 or nullif("folded device", '') = $2) and "folded category" <> $3`);
  expect([...folded.keys()]).toEqual(['folded category', 'folded device']);
  expect(compile(folded.get('folded category')).text).toBe('lower(trim("category", $1))');
});

test('what is folded but no column, and a column that is compared as it is, stay as they are', () => {
  const folded = new Map();
  const others = sql`${plainFolded(sql`json_extract_string(properties, ${'/colour'})`)} = ${'red'} and lower(${ident('category')}) = ${'tea'} and ${ident('value')} > ${2}`;
  expect(foldedOnce(others, folded)).toEqual(others);
  expect(folded.size).toBe(0);
});
