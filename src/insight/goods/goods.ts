import type { FactCondition } from '../../language/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import { field } from '../base/conditions.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';

export type Level = 'product' | 'category';

const plain = (column: Fragment): Fragment => sql`nullif(lower(trim(${column})), '')`;

/** What a line is of, as the language tells texts apart: a category, or a product by its id and, where it has none, its name. */
export const keyOf = (level: Level): Fragment => (level === 'category' ? plain(sql`category`) : sql`coalesce(${plain(sql`product_id`)}, ${plain(sql`name`)})`);

/** Lines of orders and returns that count, up to the moment: key, whether the key is an id, and what else is asked of them. */
export const linesOf = (context: InsightContext, level: Level, more: Fragment): Fragment => sql`
  select ${keyOf(level)} as key, trim(${level === 'category' ? sql`category` : sql`coalesce(nullif(trim(product_id), ''), name)`}) as written, ${level === 'category' ? sql`category` : sql`coalesce(nullif(trim(name), ''), product_id)`} as name,
    ${plain(sql`product_id`)} is not null as identified, profile, is_return, ${more} from items where ${countingUpTo(context)}`;

/** What a shop is looked at by where nobody says: categories, or products where no line names a category. */
export async function levelOf(context: InsightContext): Promise<Level> {
  const named = await context.warehouse.row(sql`select 1 as one from items where ${countingUpTo(context)} and ${keyOf('category')} is not null limit 1`);
  return named === undefined ? 'product' : 'category';
}

/** A key as it is grouped by and as it is written, and by which of the two its lines carry it. */
export type Good = { readonly key: string; readonly written: string; readonly identified: number; readonly named: number };

/** What goods are called, by key, from a table of such lines: as most lines that sold say. What a till notes on a single line ("faulty") is no name. Of equals the first. */
export const namesOf = (lines: Fragment): Fragment => sql`
  select key, arg_min(name, (-sold, name)) as name from (select key, name, count(*) filter (not is_return) as sold from ${lines} group by key, name) group by key`;

/** The condition on a line that it is of this key. */
export function lineIs(level: Level, { written, identified, named }: Good): FactCondition {
  if (level === 'category') return field('category', '=', written);
  const byId = field('product_id', '=', written);
  const byName: FactCondition = { kind: 'all', of: [{ kind: 'unknown', field: 'product_id' }, field('name', '=', written)] };
  if (named === 0) return byId;
  return identified === 0 ? byName : { kind: 'any', of: [byId, byName] };
}
