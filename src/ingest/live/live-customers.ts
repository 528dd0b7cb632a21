import { type ColumnMapping, fieldCatalogue, type JsonObject, type JsonValue, type LiveRecord, type Mapping, type Staged } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { checkRows } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import type { PlannedField } from '../check/plan.ts';
import { tellsWhen } from '../record/consent.ts';
import { canonical, traitFields } from '../record/customers.ts';
import { type JsonCell, loadJson, wholeJson } from './json-rows.ts';
import { liveBatch, type LiveRow } from './live-batch.ts';
import type { LivePeople } from './live-people.ts';

export type CustomerRow = LiveRow & { readonly record: Extract<LiveRecord, { kind: 'customer' }> };

/** So many traits of one batch are columns at once. */
const mostTraits = 200;

/** What is known of customers: traits are read by the rules for a file of customers, and then merged (`mergeTraits`) instead of replaced. */
export async function recordLiveCustomers(job: Omit<Job, 'staged' | 'mapping'>, rows: readonly CustomerRow[], people: LivePeople): Promise<void> {
  const { warehouse, workspace } = job.context;
  const told = rows.filter(({ record }) => Object.keys(record.traits).length > 0);
  if (told.length === 0) return;
  const names = [...new Set(told.flatMap(({ record }) => Object.keys(record.traits)))].toSorted();
  for (let from = 0; from < names.length; from += mostTraits)
    await observe(warehouse, { job, names: names.slice(from, from + mostTraits), told, people, workspace });
  await keepCustomers(warehouse, told, people);
}

type Observing = {
  readonly job: Omit<Job, 'staged' | 'mapping'>;
  readonly names: readonly string[];
  readonly told: readonly CustomerRow[];
  readonly people: LivePeople;
  readonly workspace: Job['context']['workspace'];
};

async function observe(warehouse: Warehouse, { job, names, told, people, workspace }: Observing): Promise<void> {
  await loadJson(
    warehouse,
    'live_customers',
    ['VARCHAR', ...names.map(() => 'VARCHAR' as const), 'VARCHAR', 'BIGINT'],
    told.map((row) => [people.whoOf(row), ...names.map((name) => cellOf(row.record.traits, name)), row.source, row.record.observedAt]),
  );
  const headers = ['who', ...names.map((name) => `trait ${name}`)];
  const staged: Staged = { table: 'live_customers', headers, rows: told.length, unreadable: [], format: { kind: 'json' }, name: 'live' };
  const mapping: Mapping = {
    version: 1,
    preset: 'live',
    kind: 'customers',
    source: 'live',
    columns: [columnOf('who', 'customer_id'), ...names.map(traitColumn)],
    options: { dateOrder: 'ymd', decimal: 'point' },
  };
  const checked = await checkRows(warehouse, { staged, mapping, workspace, now: job.at, hashContent: undefined });
  const who = ident(checked.fields.get('customer_id')?.column ?? '');
  const [source, at] = [ident(`c${headers.length}`), ident(`c${headers.length + 1}`)];
  const traits = traitFields(checked);
  if (traits.length === 0) return;
  // An answer on consent is of when it was given, where that is told: whatever else of a customer has changed since is no new answer.
  const moment = (field: PlannedField): Fragment => {
    const answered = traits.find((other) => tellsWhen(other, field));
    const told = sql`make_timestamp(s.${at})`;
    return answered === undefined ? told : sql`coalesce(${ident('c', answered.column)}, ${told})`;
  };
  const each = traits.map(
    (field) => sql`select s.${source} as source, p.identifier, ${field.name} as name, ${canonical(field)} as value, ${moment(field)} as observed_at
      from ingest_checked c join live_customers s on s.line = c.line join live_people p on p.k0 = c.${who} where ${ident('c', field.column)} is not null`,
  );
  await warehouse.run(
    sql`insert into live_observed select source, identifier::VARCHAR, identifier, name, value, 1, observed_at from (${join(each, ' union all ')})`,
  );
}

/** One row per identifier and source, with the newest moment that something was told. */
async function keepCustomers(warehouse: Warehouse, told: readonly CustomerRow[], people: LivePeople): Promise<void> {
  const newest = new Map<string, { readonly source: string; readonly identifier: number; readonly profile: number; readonly at: number }>();
  for (const row of told) {
    const person = people.found.get(people.whoOf(row));
    if (person === undefined) continue;
    const key = `${person.identifier} ${row.source}`;
    const at = Math.max(newest.get(key)?.at ?? row.record.observedAt, row.record.observedAt);
    newest.set(key, { source: row.source, identifier: person.identifier, profile: person.profile, at });
  }
  await loadJson(
    warehouse,
    'live_seen',
    ['VARCHAR', 'BIGINT', 'BIGINT', 'BIGINT'],
    [...newest.values()].map((one): JsonCell[] => [one.source, one.identifier, one.profile, one.at]),
  );
  await warehouse.run(sql`create or replace temp table live_seen_before as
    select c.source, c.identifier, max(c.observed_at) as observed_at from customers c where c.batch = ${liveBatch} and c.identifier in (select c1 from live_seen) group by all`);
  await warehouse.run(sql`delete from customers c using live_seen s where c.batch = ${liveBatch} and c.source = s.c0 and c.identifier = s.c1`);
  await warehouse.run(sql`insert into customers select ${liveBatch}, s.c0, s.c1::VARCHAR, 0, s.c1, s.c2, greatest(make_timestamp(s.c3), coalesce(b.observed_at, ${timestamp(noTime)}))
    from live_seen s left join live_seen_before b on b.source = s.c0 and b.identifier = s.c1`);
}

const noTime = 0 as Job['at'];

const columnOf = (header: string, field: string, name?: string): ColumnMapping => ({
  header,
  field,
  confidence: 1,
  reason: 'live',
  ...(name === undefined ? {} : { name }),
});

/** Names of the catalogue are its fields, whatever case or style they are written in; the others are the client's own. */
function traitColumn(name: string): ColumnMapping {
  const plain = fieldName(name);
  const field = isTrait(plain) ? plain : undefined;
  return field === undefined ? columnOf(`trait ${name}`, 'custom', plain === '' ? name : plain) : columnOf(`trait ${name}`, field);
}

const isTrait = (name: string): boolean => Object.hasOwn(fieldCatalogue.customers, name) && !notTold.has(name);

/** Fields that say who and when; identity tells them by itself. */
const notTold: ReadonlySet<string> = new Set(['customer_id', 'anonymous_id', 'updated_at']);

function cellOf(traits: JsonObject, name: string): JsonCell {
  const value: JsonValue | undefined = Object.hasOwn(traits, name) ? traits[name] : undefined;
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? wholeJson(value) : typeof value === 'string' ? value : String(value);
}
