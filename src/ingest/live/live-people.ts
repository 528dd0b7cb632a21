import type { LiveIdentifier } from '../../contract/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Identity, IngestContext } from '../context.ts';
import { isIdentifierField } from '../check/check-rows.ts';
import { type IdentityColumns, identityColumns } from '../record/people.ts';
import { checkedQuery, type LiveField } from './checked-rows.ts';
import { liveBatch, type LiveRow, whoKey } from './live-batch.ts';

/**
 * Who is behind the combinations of identifiers that were seen before: `known` answers without asking the engine. Nothing in it holds once somebody's
 * profile has moved; whoever keeps it empties it then.
 */
export type KnownPeople = Map<string, KnownPerson>;

/** So many at most, some 30 MB: whoever was seen longest ago is looked up again. */
const mostKnown = 100_000;

function forgetOldest(known: KnownPeople): void {
  for (const key of known.keys()) {
    if (known.size <= mostKnown) return;
    known.delete(key);
  }
}

export type KnownPerson = {
  readonly identifier: number;
  readonly profile: number;
  /** Of its identifiers, as they are kept. */
  readonly email: string | null;
  readonly phone: string | null;
};

export type LivePeople = {
  /** Place in `found` (and in `live_people`, see `loadPeople`) of each row; undefined where none of its identifiers is one. */
  readonly whoOf: (row: LiveRow) => string;
  readonly found: ReadonlyMap<string, KnownPerson>;
  /** Profiles of all of them, and those that identity touched. */
  readonly touched: ReadonlySet<number>;
  /** Whether somebody has an identifier that was not known. */
  readonly named: boolean;
  /** Whether somebody who was there before has another number now, or is gone. */
  readonly moved: boolean;
  /** Identifiers that a source has told for the first time, where that is all there is to note: `noteTold`. */
  readonly told: ReadonlyMap<string, readonly number[]>;
};

/**
 * Finds everybody behind a batch at once: the combinations of identifiers that were never seen go through `identity.resolve`, as those of a file do.
 * Leaves temp table `live_combinations`.
 */
export async function findPeople(context: IngestContext, identity: Identity, rows: readonly LiveRow[], known: KnownPeople): Promise<LivePeople> {
  const { warehouse } = context;
  const combinations = new Map<string, { readonly who: string; readonly source: string; readonly identifiers: readonly LiveIdentifier[] }>();
  const keys = rows.map((row) => whoKey(row.record.identifiers));
  rows.forEach(({ source, record }, index) => {
    const key = keys[index] ?? '';
    if (!combinations.has(key)) combinations.set(key, { who: String(combinations.size), source, identifiers: record.identifiers });
  });
  const found = new Map<string, KnownPerson>();
  for (const [key, { who }] of combinations) {
    const before = known.get(key);
    if (before !== undefined) found.set(who, before);
  }
  const unknown = [...combinations].filter(([key]) => !known.has(key)).map(([, one]) => one);
  let named = false;
  let moved = false;
  const touched = new Set<number>();
  let told: LivePeople['told'] = new Map();
  const bySource = Map.groupBy(unknown, (one) => one.source);
  for (const [source, some] of bySource) {
    const resolved = await resolveSome(context, identity, source, some);
    // It can wait where nobody else looks what was told.
    if (bySource.size === 1) told = new Map([[source, resolved.told]]);
    else await noteTold(warehouse, new Map([[source, resolved.told]]));
    named ||= resolved.touched.length > 0;
    moved ||= resolved.moved;
    for (const profile of resolved.touched) touched.add(profile);
    for (const [who, person] of resolved.found) found.set(who, person);
  }
  if (moved) {
    known.clear();
    await readAgain(warehouse, found);
  }
  for (const [key, { who }] of combinations) {
    const person = found.get(who);
    if (person === undefined) continue;
    known.delete(key);
    known.set(key, person);
  }
  forgetOldest(known);
  for (const { profile } of found.values()) touched.add(profile);
  const whos = new Map(rows.map((row, index) => [row, combinations.get(keys[index] ?? '')?.who ?? '']));
  return { whoOf: (row) => whos.get(row) ?? '', found, touched, named, moved, told };
}

type Combination = { readonly who: string; readonly identifiers: readonly LiveIdentifier[] };

async function resolveSome({ warehouse, workspace, effects, decisions }: IngestContext, identity: Identity, source: string, some: readonly Combination[]) {
  const fields = fieldsOf(some);
  const { query, checked } = await checkedQuery<Combination>(
    warehouse,
    workspace,
    [{ name: 'row', as: 'text', cell: ({ who }) => who }, ...fields],
    some,
    'live_named',
  );
  const columns = identityColumns({ ...checked, fields: new Map([...checked.fields].filter(([name]) => isIdentifierField(name.replace(/#\d+$/, '')))) });
  const found = new Map<string, KnownPerson>();
  if (columns.length === 0) return { found, touched: [], moved: false, told: [] };
  const keys = columns.map(({ field, column }) => sql`${ident(checked.fields.get(field)?.column ?? '')} as ${ident(column)}`);
  const combinations = sql`select ${ident(checked.fields.get('row')?.column ?? '')} as who, ${join(keys)} from (${query})`;
  const atOnce = await warehouse.steady(async () => {
    await warehouse.stage('live_combinations', combinations);
    return foundAtOnce(warehouse, columns);
  });
  for (const [who, person] of atOnce.people) found.set(who, person);
  if (found.size === some.length) return { found, touched: [], moved: false, told: atOnce.told };
  // Before identity is resolved, which notes such things itself.
  await noteTold(warehouse, new Map([[source, atOnce.told]]));
  if (found.size > 0)
    await warehouse.run(sql`delete from live_combinations where who in (select unnest(from_json(${JSON.stringify([...found.keys()])}::JSON, '["VARCHAR"]')))`);
  const request = { table: 'live_combinations', columns, batch: liveBatch, source, at: effects.now(), decisions };
  const { table, touchedTable } = await identity.resolve(warehouse, request);
  const same = join(
    columns.map(({ column }) => sql`r.${ident(column)} is not distinct from c.${ident(column)}`),
    ' and ',
  );
  const contact = (namespace: string) => {
    const own = columns.find((one) => one.namespace === namespace);
    return own === undefined ? sql`cast(null as VARCHAR)` : sql`r.${ident(own.column)}`;
  };
  const people = await warehouse.rows<{ who: string } & KnownPerson>(
    sql`select c.who, r.identifier, r.profile, ${contact('email')} as email, ${contact('phone')} as phone from live_combinations c join ${ident(table)} r on ${same} where r.identifier is not null and r.profile is not null`,
  );
  for (const { who, ...person } of people) found.set(who, person);
  const touched = await warehouse.integers(sql`select distinct profile from ${ident(touchedTable)} where profile is not null`);
  const moved = await warehouse.row(sql`select 1 from identity_moved where had is not null limit 1`);
  return { found, touched, moved: moved !== undefined, told: [] };
}

type Met = { readonly who: string; readonly namespace: string; readonly value: string; readonly identifier: number; readonly profile: number };

type AtOnce = { readonly people: readonly (readonly [string, KnownPerson])[]; readonly told: readonly number[] };

/**
 * Those of `live_combinations` that name one identifier whose customer is known, as most do: whoever is filed under it already stays who they are. All that is to be
 * noted is that this source has seen them, too. Within `steady`, planned once and as it stands: each join keeps the few who were named, and looks through the identifiers and links of all.
 */
async function foundAtOnce(warehouse: Warehouse, columns: IdentityColumns): Promise<AtOnce> {
  const alone = columns.map(({ namespace, column }) => {
    const others = columns.filter((other) => other.column !== column).map((other) => sql` and ${ident(other.column)} is null`);
    return sql`select who, ${namespace} as namespace, ${ident(column)} as value from live_combinations where ${ident(column)} is not null${join(others, '')}`;
  });
  const named = sql`select c.who, c.namespace, c.value, i.identifier, i.profile
    from identifiers i join (${join(alone, ' union all ')}) c on i.value = c.value and i.namespace = c.namespace where i.profile is not null`;
  const met = await warehouse.rows<Met & { readonly told: boolean }>(sql`
    select n.who, n.namespace, n.value, n.identifier, n.profile, bool_or(l.batch = ${liveBatch}) as told
    from (select batch, a from links where a = b) l join (${named}) n on l.a = n.identifier group by all`);
  const contact = ({ namespace, value }: Met, of: string): string | null => (namespace === of ? value : null);
  return {
    people: met.map((one) => [one.who, { identifier: one.identifier, profile: one.profile, email: contact(one, 'email'), phone: contact(one, 'phone') }]),
    told: [...new Set(met.filter(({ told }) => !told).map(({ identifier }) => identifier))],
  };
}

/** Notes that live sources, too, have seen these identifiers. */
export async function noteTold(warehouse: Warehouse, told: LivePeople['told']): Promise<void> {
  for (const [source, identifiers] of told)
    if (identifiers.length > 0)
      await warehouse.run(
        sql`insert into links select ${liveBatch}, ${source}, identifier, identifier from (select unnest(cast(${JSON.stringify(identifiers)} as integer[])) as identifier) order by identifier`,
      );
}

/** `live_people(k0, identifier, profile)`: those who were found, by their places, for statements that join them. */
export async function loadPeople(warehouse: Warehouse, { found }: LivePeople): Promise<void> {
  const rows = [...found].map(([k0, { identifier, profile }]) => ({ k0, identifier, profile }));
  await warehouse.run(
    sql`create or replace temp table live_people as select * from (select unnest(from_json(${JSON.stringify(rows)}::JSON, '[{"k0":"VARCHAR","identifier":"INTEGER","profile":"INTEGER"}]'), recursive := true))`,
  );
}

/** One field per identifier that a combination has of a namespace: the second e-mail address is `email#2`. */
export function fieldsOf<T extends { readonly identifiers: readonly LiveIdentifier[] }>(some: readonly T[]): readonly LiveField<T>[] {
  const most = new Map<string, number>();
  for (const { identifiers } of some) {
    for (const [namespace, all] of Map.groupBy(identifiers, (one) => one.namespace)) most.set(namespace, Math.max(most.get(namespace) ?? 0, all.length));
  }
  return [...most]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([namespace, count]) =>
      Array.from(
        { length: count },
        (_, place): LiveField<T> => ({
          name: `${fieldOf(namespace)}${place === 0 ? '' : `#${place + 1}`}`,
          as: namespace === 'email' || namespace === 'phone' ? namespace : 'identifier',
          cell: ({ identifiers }) =>
            identifiers
              .filter((one) => one.namespace === namespace)
              .map(({ value }) => value)
              .toSorted()[place],
        }),
      ),
    );
}

const fieldOf = (namespace: string): string => (isIdentifierField(namespace) && !namespace.startsWith('id:') ? namespace : `id:${namespace}`);

/** After somebody moved, numbers that were found before it are looked up again. */
async function readAgain(warehouse: Warehouse, found: Map<string, KnownPerson>): Promise<void> {
  const numbers = [...new Set([...found.values()].map(({ identifier }) => identifier))];
  const rows = await warehouse.rows<{ identifier: number; profile: number }>(
    sql`select identifier, profile from identifiers where identifier in (select unnest(cast(${`[${numbers.join()}]`} as integer[]))) and profile is not null`,
  );
  const profiles = new Map(rows.map(({ identifier, profile }) => [identifier, profile]));
  for (const [who, person] of found) {
    const profile = profiles.get(person.identifier);
    if (profile === undefined) found.delete(who);
    else found.set(who, { ...person, profile });
  }
}
