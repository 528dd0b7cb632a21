import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { nameOf } from '../person/name.ts';
import { readTraitColumns } from '../traits/columns.ts';
import { isMisspelt, meantDomain, meantLocal } from './mailbox.ts';

/** More profiles than this behind one key say that the key tells nobody apart (`Guest`, a hotel's postcode); it also keeps the pairs near-linear. */
const largestGroup = 20;

/** What may give two profiles away: `duplicate_people(profile, name, postcode, birthday, address, city)` and `duplicate_mails(profile, name, value, local, domain, …)`. */
export async function stageCandidates(warehouse: Warehouse): Promise<void> {
  const columns = new Map((await readTraitColumns(warehouse)).map(({ name, column }) => [name, sql`a.${ident(column)}::VARCHAR`]));
  const text = (name: string): Fragment => columns.get(name) ?? sql`null::VARCHAR`;
  const plain = (value: Fragment): Fragment => sql`nullif(regexp_replace(lower(strip_accents(${value})), '[^\\p{L}\\p{N}]+', ' ', 'g'), '')`;
  await warehouse.run(sql`create or replace temp table duplicate_people as
    select p.profile, trim(${plain(await nameOf(warehouse))}) as name, nullif(upper(regexp_replace(${text('postcode')}, '[^A-Za-z0-9]', '', 'g')), '') as postcode,
      ${text('birthday')} as birthday, trim(${plain(text('address'))}) as address,
      trim(${plain(text('city'))}) as city
    from profiles p join attributes a using (profile)`);
  await warehouse.run(sql`create or replace temp table duplicate_mails as
    select m.*, ${meantLocal(sql`m.local`, sql`m.meant`)} as mailbox from (
      select i.profile, d.name, i.value, split_part(lower(i.value), '@', 1) as local, split_part(lower(i.value), '@', 2) as domain,
        ${meantDomain(sql`split_part(lower(i.value), '@', 2)`)} as meant
      from identifiers i left join duplicate_people d using (profile) where i.namespace = 'email' and i.profile is not null and contains(i.value, '@')) m`);
}

/** Each way in which two profiles may be one customer, as pairs (a, b, score, reason); the keys are joined by equality alone. */
export const candidatePairs: readonly Fragment[] = [
  people(sql`name || '|' || postcode`, 0.9, sql`'same name and postcode: ' || one.name || ', ' || one.postcode`),
  people(sql`name || '|' || birthday`, 0.85, sql`'same name and birthday: ' || one.name || ', ' || one.birthday`),
  people(sql`name || '|' || address`, 0.85, sql`'same name and address: ' || one.name`),
  // A city holds many of a common name, so these come after whatever tells more; a first name alone tells nobody apart.
  people(sql`case when contains(name, ' ') then name || '|' || city end`, 0.6, sql`'same name and city: ' || one.name || ', ' || one.city`),
  bareNames(),
  mails(
    sql`mailbox || '@' || meant`,
    sql`one.value <> other.value`,
    sql`case when ${isMisspelt(sql`one.domain`)} or ${isMisspelt(sql`other.domain`)} then 0.9 when one.meant = 'gmail.com' then 0.95 else 0.85 end`,
    sql`case when ${isMisspelt(sql`one.domain`)} or ${isMisspelt(sql`other.domain`)} then 'mail domain misspelt: ' else 'one mailbox written two ways: ' end || one.value || ', ' || other.value`,
  ),
  mails(
    sql`name || '|' || domain`,
    sql`one.local <> other.local and damerau_levenshtein(one.local, other.local) = 1`,
    sql`0.85`,
    sql`'same name, e-mails one letter apart: ' || one.value || ', ' || other.value`,
  ),
  mails(
    sql`name || '|' || local`,
    sql`one.domain <> other.domain and damerau_levenshtein(one.domain, other.domain) <= 2`,
    sql`0.85`,
    sql`'same name, mail domains a typo apart: ' || one.value || ', ' || other.value`,
  ),
  sharedPhones(),
];

function people(key: Fragment, score: number, reason: Fragment): Fragment {
  return sql`select one.profile as a, other.profile as b, ${score}::DOUBLE as score, ${reason} as reason
    from (${grouped(sql`duplicate_people`, key)}) one join (${grouped(sql`duplicate_people`, key)}) other using (key) where one.profile < other.profile`;
}

/**
 * A full name that two customers bear and no third, where of one of them nothing else is known that could tell: what a till keeps, beside the web shop's
 * list. Two people may be called alike, so this is the least sure of all.
 */
function bareNames(): Fragment {
  return sql`
    with known as (
      select d.*, postcode is null and birthday is null and address is null and city is null
        and d.profile not in (select profile from identifiers where namespace in ('email', 'phone') and profile is not null) as bare
      from duplicate_people d where contains(name, ' ') qualify count(*) over (partition by name) = 2)
    select one.profile as a, other.profile as b, 0.4::DOUBLE as score, 'same full name, and nothing else known of one: ' || one.name as reason
    from known one join known other using (name) where one.profile < other.profile and (one.bare or other.bare)`;
}

function mails(key: Fragment, test: Fragment, score: Fragment, reason: Fragment): Fragment {
  return sql`select one.profile as a, other.profile as b, (${score})::DOUBLE as score, ${reason} as reason
    from (${grouped(sql`duplicate_mails`, key)}) one join (${grouped(sql`duplicate_mails`, key)}) other using (key) where one.profile < other.profile and ${test}`;
}

/** A phone that guards keep from linking, on a few profiles: a family, or one person twice. The name tells. */
function sharedPhones(): Fragment {
  return sql`
    with seen as (
      select distinct p.value, o.profile from identifiers p join (select a as x, b as y from links union select b, a from links) l on l.x = p.identifier
      join identifiers o on o.identifier = l.y where p.namespace = 'phone' and o.profile is not null and l.x <> l.y),
    few as (select value, profile from seen qualify count(*) over (partition by value) between 2 and ${largestGroup})
    select one.profile as a, other.profile as b, (case when d.name = e.name then 0.9 else 0.5 end)::DOUBLE as score,
      case when d.name = e.name then 'same name and phone: ' || d.name || ', ' else 'same phone: ' end || one.value as reason
    from few one join few other using (value) left join duplicate_people d on d.profile = one.profile left join duplicate_people e on e.profile = other.profile
    where one.profile < other.profile`;
}

function grouped(from: Fragment, key: Fragment): Fragment {
  return sql`select *, ${key} as key from ${from} where ${key} is not null qualify count(*) over (partition by ${key}) between 2 and ${largestGroup}`;
}
