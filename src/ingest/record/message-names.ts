import { actionWords, aroundAction, messageEvents } from '../../contract/index.ts';
import { countOf } from '../../core/index.ts';
import { type Fragment, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * What mail tools call it → the name in the tracking API, which live events use too; the same as `messageEventOf` says of one word. Anything else keeps
 * its own name.
 */
export function messageName(name: Fragment): Fragment {
  const word = sql`regexp_replace(regexp_replace(lower(strip_accents(${name})), '[^\\p{L}]+', '', 'g'), ${aroundAction}, '', 'g')`;
  const cases = messageEvents.map((event) => sql`when regexp_full_match(${word}, ${actionWords[event].join('|')}) then ${event}`);
  return sql`(case ${join(cases, ' ')} else ${name} end)`;
}

const mostNamed = 8;

/** Actions that are none of a message's, so that nobody takes their silence for people who never open anything. `event` is a column of the accepted rows. */
export async function unknownActions(warehouse: Warehouse, event: Fragment): Promise<readonly string[]> {
  const known = join(messageEvents.map((name) => sql`${name}`));
  const found = await warehouse.rows<{ action: string; rows: number; actions: number }>(sql`
    select *, count(*) over () as actions
    from (select ${event} as action, count(*) as rows from ingest_checked c where reject is null group by 1)
    where action is not null and ${messageName(sql`action`)} not in (${known}) order by rows desc, action limit ${mostNamed}`);
  const [first] = found;
  if (first === undefined) return [];
  const named = found.map(({ action, rows }) => `"${action.slice(0, 80)}" (${countOf(rows, 'row')})`).join(', ');
  const further = first.actions > found.length ? ` and ${countOf(first.actions - found.length, 'other')}` : '';
  return [
    `${countOf(first.actions, 'action', ['is', 'are'])} not known as what becomes of a message: ${named}${further}. Kept under the name they have, these rows count as no e-mail sent, delivered, opened or clicked, nor as a bounce or an unsubscription. Where that is wrong, write sent, delivered, opened, clicked, bounced, complained or unsubscribed for them in the file, take this import back and import it again; where it is right, ask for them by name, such as count("${first.action.slice(0, 80)}") >= 1.`,
  ];
}
