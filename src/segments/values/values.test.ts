import { expect, test } from 'vitest';
import { parse } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import { momentOf, openShop, vocabularyOf } from '../small-shop.ts';
import { factValues } from './fact-values.ts';
import { nearValues } from './near-values.ts';

const treeOf = (text: string) => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value.tree;
};

const city = { name: 'city', label: 'city', table: 'attributes', column: 't0', type: 'text' } as const;

async function shop() {
  const warehouse = await openShop([1, 2, 3, 4]);
  await warehouse.run(sql`alter table attributes add column t0 varchar`);
  await warehouse.run(sql`insert into attributes (profile, t0) values (1, 'Wien'), (2, 'Graz'), (3, 'Größwang'), (4, null)`);
  for (const [line, name, category, counts] of [
    [1, 'Sencha', 'Grüntee', true],
    [2, 'Gyokuro', 'Grüntee', true],
    [3, 'Kanne', 'Geschirr', true],
    [4, 'Becher', 'Irrtum', false],
    [5, 'Dose', '', true],
  ] as const)
    await warehouse.run(
      sql`insert into items (batch, source, order_id, line, profile, ordered_at, is_return, counts, name, category) values (1, 'shop', 'o', ${line}, 1, '2026-01-01', false, ${counts}, ${name}, ${category})`,
    );
  return warehouse;
}

test('a field of facts tells what it holds, the most frequent first; what does not count is left out', async () => {
  const warehouse = await shop();
  expect(await factValues(warehouse, { kind: 'items' }, 'category', vocabularyOf(), 10)).toEqual(['Grüntee', 'Geschirr']);
  expect(await factValues(warehouse, { kind: 'items' }, 'product', vocabularyOf(), 2)).toEqual(['Dose', 'Gyokuro']);
  expect(await factValues(warehouse, { kind: 'items' }, 'quantity', vocabularyOf(), 10)).toEqual([]);
});

test('a text that occurs nowhere is told with those written nearly so', async () => {
  const warehouse = await shop();
  const near = async (text: string, words = [city] as Parameters<typeof vocabularyOf>[0]) =>
    nearValues(warehouse, treeOf(text), momentOf('2026-03-01T00:00:00Z', vocabularyOf(words)));
  expect(await near('city = "Wiem"')).toEqual([{ what: 'city', value: 'Wiem', near: ['Wien'] }]);
  expect(await near('city in ("wien", "Grosswang", "Paris")')).toEqual([
    { what: 'city', value: 'Grosswang', near: ['Größwang'] },
    { what: 'city', value: 'Paris', near: [] },
  ]);
  expect(await near('count(items where category = "Gesch" in last 90 days) >= 1')).toEqual([{ what: 'category', value: 'Gesch', near: ['Geschirr'] }]);
  // What the check of a definition has said already is not said twice.
  expect(await near('city = "Wiem"', [{ ...city, values: ['Wien', 'Graz'] }])).toEqual([]);
  expect(await near('count(items where not category = "Gesch") >= 1')).toEqual([]);
});
