import { type Fragment, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { nameOf } from './name.ts';

/**
 * Fills `people`, which lists and search read in place of joining every trait and identifier. Does nothing while facts are as they were.
 * Traits must have been refreshed before.
 */
export async function refreshPeople(warehouse: Warehouse): Promise<void> {
  const facts = await counter(warehouse, 'facts_version');
  if (facts === (await counter(warehouse, 'people_version'))) return;
  const name = await nameOf(warehouse);
  await warehouse.run(sql`delete from people`);
  await warehouse.run(sql`
    insert into people
    with told as (
      select profile, min(value) filter (where namespace = 'customer_id') as customer_id, min(value) filter (where namespace = 'email') as email,
        string_agg(replace(value, chr(10), ' '), chr(10) order by identifier) as told
      from identifiers where profile is not null group by profile)
    select p.profile, ${name} as name, t.customer_id, t.email, chr(10) || ${folded(sql`concat_ws(chr(10), replace(${name}, chr(10), ' '), t.told)`)} || chr(10)
    from profiles p left join attributes a using (profile) left join told t using (profile) order by p.profile`);
  await setCounter(warehouse, 'people_version', facts);
}

/** What is found without regard to letter case and accents. */
export const folded = (text: Fragment): Fragment => sql`strip_accents(lower(${text}))`;
