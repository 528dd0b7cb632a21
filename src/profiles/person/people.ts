import { type Fragment, ident, list, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { nameOf } from './name.ts';

/**
 * Fills `people`, which lists and search read in place of joining every trait and identifier. Does nothing while facts are as they were.
 * Traits must have been refreshed before.
 */
export async function refreshPeople(warehouse: Warehouse): Promise<void> {
  const facts = await counter(warehouse, 'facts_version');
  if (facts === (await counter(warehouse, 'people_version'))) return;
  await warehouse.run(sql`delete from people`);
  await insertPeople(warehouse, sql``);
  await setCounter(warehouse, 'people_version', facts);
}

/** The same for those of a temp table `(profile INTEGER)` alone; who is nobody any more goes. Their traits must have been refreshed before. */
export async function refreshPeopleOf(warehouse: Warehouse, profiles: string): Promise<void> {
  // As numbers in a list: against those the engine tests whole blocks, and a join of each table with a few would read all of it.
  const numbers = await warehouse.integers(sql`select profile from ${ident(profiles)}`);
  if (numbers.length === 0) return;
  const among = sql`where profile in ${list([...numbers])}`;
  await warehouse.run(sql`delete from people ${among}`);
  await insertPeople(warehouse, among);
  // Everybody has one row, so only where there are more rows than customers somebody is to go.
  const more = await warehouse.row<{ more: boolean }>(sql`select (select count(*) from people) > (select count(*) from profiles) as more`);
  if (more?.more === true) await warehouse.run(sql`delete from people where profile not in (select profile from profiles)`);
}

async function insertPeople(warehouse: Warehouse, among: Fragment): Promise<void> {
  const name = await nameOf(warehouse);
  await warehouse.run(sql`
    insert into people
    with told as (
      select profile, min(value) filter (where namespace = 'customer_id') as customer_id, min(value) filter (where namespace = 'email') as email,
        string_agg(replace(value, chr(10), ' '), chr(10) order by identifier) as told
      from (select * from identifiers ${among}) where profile is not null group by profile)
    select p.profile, ${name} as name, t.customer_id, t.email, chr(10) || ${folded(sql`concat_ws(chr(10), replace(${name}, chr(10), ' '), t.told)`)} || chr(10)
    from (select profile from profiles ${among}) p left join (select * from attributes ${among}) a using (profile) left join told t using (profile)
    order by p.profile`);
}

/** What is found without regard to letter case and accents. */
export const folded = (text: Fragment): Fragment => sql`strip_accents(lower(${text}))`;
