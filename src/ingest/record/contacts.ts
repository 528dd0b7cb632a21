import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import { has, type Shape } from './fields.ts';
import type { People } from './people.ts';

/** What a fact says about its customer, and the trait that it becomes. */
const contactTraits = [
  ['email', 'email', 'VARCHAR'],
  ['phone', 'phone', 'VARCHAR'],
  ['customer_name', 'name', 'VARCHAR'],
  ['first_name', 'first_name', 'VARCHAR'],
  ['last_name', 'last_name', 'VARCHAR'],
  ['company', 'company', 'VARCHAR'],
  ['country', 'country', 'VARCHAR'],
  ['region', 'region', 'VARCHAR'],
  ['city', 'city', 'VARCHAR'],
  ['postcode', 'postcode', 'VARCHAR'],
  ['accepts_email', 'accepts_email', 'BOOLEAN'],
] as const satisfies readonly (readonly [string, string, Shape])[];

/** `table` holds the fields by their names, the identity columns and `identifier`; `at` is when each fact happened. `names` limits what is read. */
export type Facts = { readonly table: string; readonly at: string; readonly names?: readonly string[] };

/**
 * Traits of low trust read off facts: per identifier and name the newest value of the batch. `record_id` is NULL. The same observation again is a
 * sighting, so that a file imported twice leaves the table as it was and undoing the first import leaves the second one's.
 */
export async function recordContacts(job: Job, checked: Checked, people: People, facts: Facts): Promise<void> {
  const { warehouse } = job.context;
  const fields = contactTraits.filter(([field]) => has(checked, field) && (facts.names === undefined || facts.names.includes(field)));
  const places = fields.flatMap(([, name]) => (isPlace(name) ? [name] : []));
  const whole = places.length > 1 && places.some((name) => settling.has(name));
  if (whole) await gatherPlaces(warehouse, facts, places);
  const selects = fields.flatMap(([field, name]) => {
    const plain = newest(name, sourceColumn(people, field), facts);
    if (!whole || !isPlace(name)) return [plain];
    const own = sql`select identifier, ${name} as name, ${ident(name)} as value, moment as observed_at from ingest_places where ${ident(name)} is not null`;
    // A country is told by any order; whoever names no city and no postcode tells what else there is.
    if (name === 'country') return [sql`(${own} union ${plain})`];
    return [own, sql`select n.* from (${plain}) n anti join ingest_places p on p.identifier = n.identifier`];
  });
  if (selects.length === 0 || people.table === undefined) return;
  const { batch } = job.run;
  const { source } = job.mapping;
  await warehouse.run(sql`create or replace temp table ingest_contacts as select *, ${observation} as content from (${join(selects, ' union all ')})`);
  await warehouse.run(sql`create or replace temp table ingest_known_contacts as select distinct n.content from ingest_contacts n
    join (select *, ${observation} as content from traits where source = ${source} and record_id is null) t on t.content = n.content`);
  await warehouse.run(sql`insert into sightings select ${batch}, ${source}, 'traits', null, content from ingest_known_contacts`);
  await warehouse.run(sql`insert into traits select ${batch}, ${source}, null, identifier, name, value, 0, observed_at
    from ingest_contacts n anti join ingest_known_contacts k on k.content = n.content order by identifier, name`);
}

const placeTraits = ['country', 'region', 'city', 'postcode'] as const;
const settling: ReadonlySet<string> = new Set(['city', 'postcode']);
const isPlace = (name: string): name is (typeof placeTraits)[number] => placeTraits.some((each) => each === name);

/** `ingest_places(identifier, moment, …)`: where the newest fact of each that names a city or a postcode says somebody lives, all of it and nothing of another. */
async function gatherPlaces(warehouse: Warehouse, { table, at }: Facts, names: readonly string[]): Promise<void> {
  const moment = ident('o', at);
  const parts = names.map((name) => ident('o', name));
  await warehouse.run(sql`create or replace temp table ingest_places as select identifier, unnest(place) from (
    select o.identifier, arg_max(struct_pack(moment := ${moment}, ${join(names.map((name) => sql`${ident(name)} := ${ident('o', name)}`))}), concat_ws(chr(31), strftime(${moment}, '%Y-%m-%dT%H:%M:%S.%f'), ${join(parts)})) as place
    from ${ident(table)} o where o.identifier is not null and ${moment} is not null
      and (${join(
        names.filter((name) => settling.has(name)).map((name) => sql`${ident('o', name)} is not null`),
        ' or ',
      )}) group by o.identifier)`);
}

/** What makes one observation the same as another. */
export const observation: Fragment = sql`cast(md5_number(concat(identifier, chr(31), name, chr(31), value, chr(31), epoch_us(observed_at))) >> 1 as HUGEINT)`;

const sourceColumn = (people: People, field: string): Fragment => {
  const known = people.columns.find(({ namespace }) => namespace === field);
  return known === undefined ? ident('o', field) : ident('o', known.column);
};

const newest = (name: string, value: Fragment, facts: Facts): Fragment =>
  sql`select o.identifier, ${name} as name, cast(arg_max(${value}, (${ident('o', facts.at)}, ${value})) as VARCHAR) as value, max(${ident('o', facts.at)}) filter (${value} is not null) as observed_at
    from ${ident(facts.table)} o where o.identifier is not null and ${value} is not null and ${ident('o', facts.at)} is not null group by o.identifier`;
