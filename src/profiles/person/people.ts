import { type Fragment, ident, sql } from '../../sql/index.ts';
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
  const among = sql`profile in (select profile from ${ident(profiles)})`;
  await warehouse.run(sql`delete from people where ${among} or profile not in (select profile from profiles)`);
  await insertPeople(warehouse, sql`where ${among}`);
}

async function insertPeople(warehouse: Warehouse, among: Fragment): Promise<void> {
  const name = await nameOf(warehouse);
  await warehouse.run(sql`
    insert into people
    with own as (select profile from profiles ${among}),
    told as (
      select profile, min(value) filter (where namespace = 'customer_id') as customer_id, min(value) filter (where namespace = 'email') as email,
        string_agg(replace(value, chr(10), ' '), chr(10) order by identifier) as told
      from identifiers where profile in (select profile from own) group by profile)
    select p.profile, ${name} as name, t.customer_id, t.email, chr(10) || ${folded(sql`concat_ws(chr(10), replace(${name}, chr(10), ' '), t.told)`)} || chr(10)
    from own p left join attributes a using (profile) left join told t using (profile) order by p.profile`);
}

/** What is found without regard to letter case and accents. */
export const folded = (text: Fragment): Fragment => sql`strip_accents(lower(${text}))`;
