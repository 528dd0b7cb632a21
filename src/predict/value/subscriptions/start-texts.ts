import { ident, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { spellsTable } from './lasting.ts';

/** What the event that began each subscription says in one of its properties: a place among `levels` (most frequent first) per subscription, −1 where it says nothing. It was known at the start, so it knows nothing of the end. */
export type StartText = { readonly name: string; readonly levels: readonly string[]; readonly codes: Int32Array };

/** One value tells nothing apart; more than a dozen are names or numbers. */
const [fewest, most] = [2, 12];
const mostTexts = 12;

/** The properties in words of the events that began the subscriptions read last (`subscriptionSpells`), best filled first; numbers and dates are none. */
export async function startTexts(warehouse: Warehouse, subscriptions: number): Promise<readonly StartText[]> {
  const rows = await warehouse.rows<{ key: string; value: string; spells: number[] }>(sql`
    with told as (select spell::INTEGER as spell, told from ${ident(spellsTable)} where told is not null and json_valid(told) and json_type(told) = 'OBJECT'),
    pairs as (select spell, unnest(json_keys(told)) as key, told from told),
    valued as (select spell, key, trim(json_extract_string(told, '$."' || key || '"')) as value from pairs where not contains(key, '"')),
    said as (select * from valued where value is not null and value <> ''),
    kept as (select key, count(*) as filled from said group by key
      having count(distinct value) between ${fewest} and ${most} and not bool_and(try_cast(value as DOUBLE) is not null) and not bool_and(try_cast(value as TIMESTAMP) is not null)
        and not bool_or(starts_with(value, '[') or starts_with(value, '{'))
      order by filled desc, key limit ${mostTexts})
    select key, value, list(spell order by spell) as spells from said join kept using (key) group by key, value, filled order by filled desc, key, count(*) desc, value`);
  return [...Map.groupBy(rows, ({ key }) => key)].map(([name, levels]) => {
    const codes = new Int32Array(subscriptions).fill(-1);
    for (const [code, { spells }] of levels.entries()) for (const spell of spells) codes[spell] = code;
    return { name, levels: levels.map(({ value }) => value), codes };
  });
}
