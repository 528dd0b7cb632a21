import type { Instant } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { type Decision, stageDecisions } from './decisions.ts';
import { blockedIdentifiers, defaultLimits, type IdentityLimits, namespaceRank } from './guards.ts';
import { recomputeProfiles } from './recompute.ts';

export type IdentityColumn = { readonly namespace: string; readonly column: string };

export type IdentityRequest = {
  /** A temp table with one VARCHAR column per namespace; rows may repeat. */
  readonly table: string;
  /** Strongest first: the first one present in a row is the identifier its record is filed under. */
  readonly columns: readonly IdentityColumn[];
  readonly batch: number;
  readonly source: string;
  /** When the batch is recorded; stamped on new profiles and merges. */
  readonly at: Instant;
  readonly decisions: readonly Decision[];
  readonly limits?: IdentityLimits;
};

export type ResolvedIdentities = {
  /** Temp table: the distinct combinations of the columns, with `identifier INTEGER` (the first present) and `profile INTEGER`; both null where a row has none. */
  readonly table: string;
  /** Temp table `(profile INTEGER)`: every profile whose facts or identifiers this batch may have changed, absorbed ones included. */
  readonly touchedTable: string;
  /** Profiles that are new. */
  readonly created: number;
  /** Profiles that existed before and are filed under, joined or split by this batch. */
  readonly touched: number;
};

/**
 * Identifier combinations → profiles: combinations → identifiers → pairs seen together → components → numbers.
 *
 * Set-wise, the same for a batch of one. Appends to `identifiers`, `links`, `profiles`, `merges`, and moves facts of profiles
 * that join or part. Run it inside the transaction that records the batch.
 */
export async function resolveIdentities(warehouse: Warehouse, request: IdentityRequest): Promise<ResolvedIdentities> {
  const limits = request.limits ?? defaultLimits;
  const table = `${request.table}_resolved`;
  const touchedTable = `${request.table}_touched`;
  return warehouse.transaction(async () => {
    const firstNew = await registerIdentifiers(warehouse, request);
    await observePairs(warehouse, request);
    const news = (await warehouse.row(sql`select 1 from identity_changed limit 1`)) !== undefined;
    if (news) {
      await stageDecisions(warehouse, request.decisions);
      await chooseSeeds(warehouse, limits, firstNew);
    }
    await warehouse.run(sql`insert into links select ${request.batch}, ${request.source}, p.a, p.b from identity_observed p
      anti join (select a, b from links where batch = ${request.batch}) l on l.a = p.a and l.b = p.b order by p.a, p.b`);
    const before = Math.max(1, await counter(warehouse, 'next_profile'));
    // Nothing seen for the first time changes nobody: most live events, and a file imported again.
    const { created } = news ? await recomputeProfiles(warehouse, { batch: request.batch, at: request.at, limits }) : await nothingMoved(warehouse);
    const names = join(request.columns.map(({ column }) => sql`n.${ident(column)}`));
    await warehouse.run(sql`create or replace temp table ${ident(table)} as
      select ${names}, n.identifier, i.profile from identity_numbered n left join identifiers i using (identifier)`);
    await warehouse.run(sql`create or replace temp table ${ident(touchedTable)} as
      select distinct profile from (select profile from ${ident(table)} union all select profile from identity_moved union all select had from identity_moved) where profile is not null`);
    const known = await warehouse.row<{ n: number }>(sql`select count(*) as n from ${ident(touchedTable)} where profile < ${before}`);
    return { table, touchedTable, created, touched: known?.n ?? 0 };
  });
}

async function nothingMoved(warehouse: Warehouse): Promise<{ readonly created: number }> {
  await warehouse.run(sql`create or replace temp table identity_moved (identifier INTEGER, had INTEGER, profile INTEGER)`);
  return { created: 0 };
}

/** Numbers the distinct combinations (`identity_numbered`: the columns, identifier_of_0, identifier_of_1 …, identifier) and appends what was never seen. Returns the first new number. */
async function registerIdentifiers(warehouse: Warehouse, request: IdentityRequest): Promise<number> {
  const { columns } = request;
  const names = join(columns.map(({ column }) => ident(column)));
  await warehouse.run(sql`create or replace temp table identity_combinations as select distinct ${names} from ${ident(request.table)}`);
  const values = columns.map(
    ({ namespace, column }) => sql`select ${namespace} as namespace, ${ident(column)} as value from identity_combinations where ${ident(column)} is not null`,
  );
  await warehouse.run(sql`create or replace temp table identity_values as ${join(values, ' union ')}`);
  const next = Math.max(1, await counter(warehouse, 'next_identifier'));
  await warehouse.run(sql`insert into identifiers
    select (${next} - 1 + row_number() over ())::INTEGER, namespace, value, null, ${request.batch}
    from (select v.* from identity_values v anti join identifiers i on i.namespace = v.namespace and i.value = v.value
      order by ${namespaceRank(sql`v.namespace`)}, v.namespace, v.value)`);
  const grown = await warehouse.row<{ last: number | null }>(sql`select max(identifier) as last from identifiers where identifier >= ${next}`);
  if (grown?.last !== null && grown?.last !== undefined) await setCounter(warehouse, 'next_identifier', grown.last + 1);
  await warehouse.run(
    sql`create or replace temp table identity_known as select v.namespace, v.value, i.identifier from identity_values v join identifiers i using (namespace, value)`,
  );
  const keys = columns.map((_, index) => sql`${ident(`i${index}`)}.identifier as ${ident(`identifier_of_${index}`)}`);
  const joins = columns.map(({ namespace, column }, index) => {
    const alias = ident(`i${index}`);
    return sql`left join (select value, identifier from identity_known where namespace = ${namespace}) ${alias} on ${alias}.value = c.${ident(column)}`;
  });
  await warehouse.run(sql`create or replace temp table identity_numbered as
    select c.*, ${join(keys)}, coalesce(${join(columns.map((_, index) => sql`${ident(`i${index}`)}.identifier`))}, null) as identifier
    from identity_combinations c ${join(joins, ' ')}`);
  return next;
}

/** `identity_observed(a, b)`: every two identifiers of one combination, and (a, a) for the one it is filed under. `identity_changed`: those never seen before. */
async function observePairs(warehouse: Warehouse, request: IdentityRequest): Promise<void> {
  const pairs: Fragment[] = [sql`select identifier as a, identifier as b from identity_numbered where identifier is not null`];
  request.columns.forEach((_, left) => {
    request.columns.slice(left + 1).forEach((__, offset) => {
      const [a, b] = [ident(`identifier_of_${left}`), ident(`identifier_of_${left + 1 + offset}`)];
      pairs.push(sql`select least(${a}, ${b}), greatest(${a}, ${b}) from identity_numbered where ${a} is not null and ${b} is not null and ${a} <> ${b}`);
    });
  });
  await warehouse.run(sql`create or replace temp table identity_observed as ${join(pairs, ' union ')}`);
  await warehouse.run(
    sql`create or replace temp table identity_changed as select p.a, p.b from identity_observed p anti join links l on l.a = p.a and l.b = p.b`,
  );
}

/** Both ends of every new pair; those that linked nothing before and still do not are closed. Identifiers new and seen alone need no graph work. */
async function chooseSeeds(warehouse: Warehouse, limits: IdentityLimits, firstNew: number): Promise<void> {
  await warehouse.run(sql`create or replace temp table identity_seeds as
    select a as identifier from identity_changed where a <> b union select b from identity_changed where a <> b
    union select c.a from identity_changed c where c.a = c.b and (c.a < ${firstNew} or c.a in (select identifier from identity_decided))
    union select d.identifier from identity_decided d where d.identifier >= ${firstNew}`);
  await warehouse.run(sql`create or replace temp table identity_single as
    select c.a as identifier from identity_changed c anti join identity_seeds s on s.identifier = c.a where c.a = c.b`);
  await warehouse.run(sql`create or replace temp table identity_old_seeds as select identifier from identity_seeds where identifier < ${firstNew}`);
  await blockedIdentifiers(warehouse, { nodes: 'identity_old_seeds', links: sql`links`, limits, into: 'identity_closed' });
}
