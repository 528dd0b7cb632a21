import { countOf } from '../../core/index.ts';
import { ROW_HASH } from '../../contract/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { PlannedField } from '../check/plan.ts';
import type { Identity, Job } from '../context.ts';
import { consentWarnings, observedAt } from './consent.ts';
import { column, fingerprint } from './fields.ts';
import { combinedKey, rowKey } from './order-rows.ts';
import { identityColumns, joinPeople, resolvePeople } from './people.ts';
import { nothingRecorded, type Recorded } from './recorded.ts';
import { makeRoom } from './versions.ts';

/** Fields of a customer that are no trait: they say who and when. */
const notTraits: ReadonlySet<string> = new Set(['customer_id', 'anonymous_id', 'updated_at']);

/**
 * Checked rows → one row per customer → people found → a row in `customers` and one trait per filled field, trusted (1). A customer known already keeps the
 * traits that the file has no column for.
 */
export async function recordCustomers(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  const { warehouse } = job.context;
  const { batch } = job.run;
  const { source, options } = job.mapping;
  const made = options.customerIdFrom;
  const mapped = identityColumns(checked);
  const columns =
    made === undefined ? mapped : [{ namespace: 'customer_id', field: '', column: 'k_row' }, ...mapped.filter(({ namespace }) => namespace !== 'customer_id')];
  const traits = traitFields(checked);
  const names = traits.map(({ name }) => name);
  await warehouse.run(sql`create or replace temp table ingest_customers as select *, ${fingerprint([...columns.map((one) => ident('r', one.column)), ...traits.map((_, index) => ident('r', `t${index}`)), sql`r.updated_at`, sql`${names.join(' ')}`])} as fingerprint
    from (select c.line, ${join(columns.map((one) => sql`${one.field === '' ? madeKey(checked, made ?? [], source) : column(checked, one.field, 'VARCHAR')} as ${ident(one.column)}`))},
        ${join([...traits.map((field, index) => sql`${canonical(field)} as ${ident(`t${index}`)}`), sql`${column(checked, 'updated_at', 'TIMESTAMP')} as updated_at`])},
        coalesce(${join(columns.map((one) => ident(one.column)))}, null) as record_id
      from ingest_checked c where c.reject is null) r
    where record_id is not null qualify row_number() over (partition by record_id order by updated_at desc nulls last, line desc) = 1`);
  const people = await resolvePeople(job, identity, 'ingest_customers', columns);
  // A file says nothing of what it has no column for: what an earlier one said of it stands.
  const told = sql`name in (${join(['', ...names].map((name) => sql`${name}`))})`;
  const versions = await makeRoom(warehouse, {
    batch,
    source,
    table: 'customers',
    alongside: [{ table: 'traits', where: told }],
    incoming: 'ingest_customers',
  });
  await warehouse.run(sql`insert into batch_traits values ${join(['', ...names].map((name) => sql`(${batch}, ${name})`))}`);
  await warehouse.run(sql`create or replace temp table ingest_known_customers as select r.*, p.identifier, p.profile, coalesce(r.updated_at, ${timestamp(job.at)}) as observed_at
    from ingest_customers r semi join ingest_news n on n.key = r.record_id ${joinPeople(people, 'r')}`);
  await warehouse.run(
    sql`insert into customers select ${batch}, ${source}, record_id, fingerprint, identifier, profile, observed_at from ingest_known_customers order by line`,
  );
  if (traits.length > 0)
    await warehouse.run(
      sql`insert into traits ${join(
        traits.map((field, index) => traitRows(field, index, traits, { batch, source })),
        ' union all ',
      )}`,
    );
  return { ...nothingRecorded, ...versions, people, warnings: [...(await repeatedRows(job)), ...(await consentWarnings(job, traits))] };
}

/** `'#row'` makes each row its own customer; other headers are joined. Prefixed by the source, as nobody else knows such an id. */
const madeKey = (checked: Checked, from: readonly string[], source: string): Fragment =>
  from.includes(ROW_HASH) ? sql`${`${source}-`} || substr(${rowKey()}, 17)` : combinedKey(checked, from, 'who');

export const traitFields = (checked: Checked): readonly PlannedField[] =>
  [...checked.fields.values()].filter(({ name, custom }) => custom || (!notTraits.has(name) && !/^(?:id|key|who):|^mark$|#\d+$/.test(name)));

/** A value as the text in which traits are kept: numbers plain, booleans true/false, dates ISO, instants ISO in UTC, lists JSON. */
export function canonical(field: PlannedField): Fragment {
  const value = ident('c', field.column);
  switch (field.type) {
    case 'number':
    case 'money':
    case 'latitude':
    case 'longitude':
      return plainNumber(value);
    case 'list':
      return sql`cast(to_json(${value}) as VARCHAR)`;
    case 'instant':
      return sql`strftime(${value}, '%Y-%m-%dT%H:%M:%S') || case when microsecond(${value}) % 1000000 = 0 then '' else rtrim(strftime(${value}, '.%f'), '0') end || 'Z'`;
    case 'identifier':
    case 'email':
    case 'phone':
    case 'text':
    case 'integer':
    case 'date':
    case 'boolean':
    case 'country':
    case 'currency':
    case 'consent':
      return sql`cast(${value} as VARCHAR)`;
  }
}

/** `12.5000` → `12.5`, `3.0` → `3`; never with an exponent below 10^15. */
const plainNumber = (value: Fragment): Fragment => sql`regexp_replace(regexp_replace(cast(${value} as VARCHAR), '(\\.\\d*?)0+$', '\\1'), '\\.$', '')`;

const traitRows = (
  field: PlannedField,
  index: number,
  traits: readonly PlannedField[],
  { batch, source }: { readonly batch: number; readonly source: string },
): Fragment =>
  sql`select ${batch}, ${source}, record_id, identifier, ${field.name}, ${ident(`t${index}`)}, 1, ${observedAt(field, ident(`t${index}`), traits)} from ingest_known_customers where ${ident(`t${index}`)} is not null`;

async function repeatedRows(job: Job): Promise<readonly string[]> {
  const found = await job.context.warehouse.row<{ n: number }>(
    sql`select (select count(*) from ingest_checked where reject is null) - (select count(*) from ingest_customers) as n`,
  );
  return (found?.n ?? 0) > 0
    ? [`${countOf(found?.n ?? 0, 'row', ['describes', 'describe'])} a customer that stands in the file again: the last changed row of each is taken.`]
    : [];
}
