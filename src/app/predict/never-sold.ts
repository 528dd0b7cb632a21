import type { PredictionTarget } from '../../contract/index.ts';
import { didYouMean, nameKey } from '../../language/index.ts';
import { likeAny } from './like-any.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { App } from '../open.ts';

/** A category or product that no order has: said with the names that were probably meant. Events and segments are checked by the language. */
export async function neverSold({ warehouse }: Pick<App, 'warehouse'>, target: PredictionTarget): Promise<readonly string[]> {
  switch (target.kind) {
    case 'category':
      return unknown(target.category, await sold(warehouse, sql`category`), 'category');
    case 'product':
      return unknown(target.product, await sold(warehouse, sql`name`), 'product');
    case 'order':
    case 'event':
    case 'segment':
    case 'condition':
      return [];
  }
}

const sold = async (warehouse: App['warehouse'], column: Fragment): Promise<readonly string[]> =>
  (await warehouse.rows<{ name: string }>(sql`select distinct ${column} as name from items where trim(${column}) <> '' order by name`)).map(({ name }) => name);

function unknown(name: string, known: readonly string[], what: string): readonly string[] {
  if (known.some((own) => nameKey(own) === nameKey(name))) return [];
  const near = likeAny(name, known).map((own) => `"${own}"`);
  return [`No order has the ${what} "${name}". ${didYouMean(near, 'It counts as 0 until the first one comes.')}`];
}
