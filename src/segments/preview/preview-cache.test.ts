import { expect, test } from 'vitest';
import { parse } from '../../language/index.ts';
import { compile } from '../../sql/index.ts';
import { setOf } from '../evaluate/profile-set.ts';
import { momentOf, openShop, order } from '../small-shop.ts';
import { setCounter, type Warehouse } from '../../warehouse/index.ts';
import { createPreviewCache } from './preview-cache.ts';
import { preview } from './preview.ts';

const treeOf = (text: string) => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value.tree;
};

/** The same warehouse, noting for how many sets of profiles it was asked. */
function counted(shop: Warehouse): { readonly shop: Warehouse; readonly asked: () => number } {
  let asked = 0;
  const row: Warehouse['row'] = (query) => {
    asked += compile(query).text.split('bitstring_agg').length - 1;
    return shop.row(query);
  };
  return { shop: { ...shop, row }, asked: () => asked };
}

test('an edit of one condition asks for that condition alone, and changed facts are asked for anew', async () => {
  const { shop, asked } = counted(await openShop([1, 2, 3]));
  await order(shop, 1, '2026-03-05T06:00:00Z', 10);
  await order(shop, 2, '2026-03-06T06:00:00Z', 90);
  const cache = createPreviewCache();
  const membersOf = async (text: string) => {
    const before = asked();
    const { members, clauses } = await preview(shop, treeOf(text), momentOf('2026-03-10T00:00:00Z'), { cache, nextChange: false });
    return [members, ...clauses.map((clause) => clause.members), `asked ${asked() - before}`];
  };
  expect(await membersOf('count(orders in last 10 days) >= 1 and sum(orders.total) > 50')).toEqual([1, 2, 1, 'asked 2']);
  expect(await membersOf('count(orders in last 10 days) >= 1 and sum(orders.total) > 5')).toEqual([2, 2, 2, 'asked 1']);
  expect(await membersOf('not count(orders in last 10 days) >= 1 or sum(orders.total) > 50')).toEqual([2, 1, 1, 'asked 0']);
  await order(shop, 3, '2026-03-07T06:00:00Z', 60);
  await setCounter(shop, 'facts_version', 7);
  expect(await membersOf('count(orders in last 10 days) >= 1 and sum(orders.total) > 50')).toEqual([2, 3, 2, 'asked 2']);
});

test('what was asked least recently goes when there is too much, and nothing from before a clearing comes back', () => {
  // 320 profiles are 11 words of four bytes, and a key of one letter counts two: 46 bytes an entry.
  const cache = createPreviewCache({ mostBytes: 100 });
  const part = cache.of('facts 1');
  const set = setOf([1], 320);
  part.keep('a', set);
  part.keep('b', set);
  part.get('a');
  part.keep('c', set);
  expect([part.get('a'), part.get('b'), part.get('c'), cache.of('facts 2').get('a')]).toEqual([set, undefined, set, undefined]);
  expect(cache.bytes()).toBe(92);
  cache.clear();
  part.keep('d', set);
  expect([cache.of('facts 1').get('a'), cache.of('facts 1').get('d'), cache.bytes()]).toEqual([undefined, undefined, 0]);
});
