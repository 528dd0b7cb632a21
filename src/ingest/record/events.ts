import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';
import { recordContacts } from './contacts.ts';
import { gatherEvents, skipKnownEvents } from './event-rows.ts';
import { type Text, withCodedTexts } from './coded-texts.ts';
import { column, has, hasProperties, properties, type Shape } from './fields.ts';
import { messageName, unknownActions } from './message-names.ts';
import { identityColumns, joinPeople, type People, resolvePeople } from './people.ts';
import { nothingRecorded, type Recorded } from './recorded.ts';

/**
 * Checked rows → told apart → people found → appended to `events`, clustered by (name, profile, time), which is how segments read them.
 * Events never change: one that is there already (same source, same id or same content) is seen again and skipped.
 */
export async function recordEvents(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  const { warehouse } = job.context;
  const { batch } = job.run;
  const { source } = job.mapping;
  const columns = identityColumns(checked);
  const { repeatedIds } = await gatherEvents(warehouse, checked, columns);
  const people = await resolvePeople(job, identity, 'ingest_events', columns);
  const known = await skipKnownEvents(warehouse, { batch, source });
  await insertEvents(
    job,
    checked,
    sql`ingest_events e ${joinPeople(people, 'e')} ${known > 0 ? sql`anti join ingest_known_events x on x.record = e.record` : sql``}`,
    job.staged.rows,
  );
  await recordEventContacts(job, checked, people);
  const warnings = repeatedIds > 0 ? [`${repeatedIds} rows carry an event id that stands in the file already; the first of each is taken.`] : [];
  if (job.mapping.kind === 'messages') warnings.push(...(await unknownActions(warehouse, column(checked, 'event', 'VARCHAR', 'c'))));
  return { ...nothingRecorded, created: await countEvents(warehouse, batch), skipped: known + repeatedIds, people, warnings };
}

/**
 * Names cluster by a number, which sorts quicker than text: their code where they repeat, else their hash; which name comes first does not matter. Only what
 * differs from row to row is sorted, texts that repeat as their codes. `count`: about how many rows there are; `isLive`: rows of `e` have `identifier`, `profile` and
 * when they were received themselves, so that the statement is the same for all.
 */
export async function insertEvents(job: Job, checked: Checked, rows: Fragment, count: number, isLive = false): Promise<void> {
  const { warehouse } = job.context;
  const cells = details(job, checked, isLive);
  const people = isLive ? 'e' : 'p';
  const sorted = cells.filter(({ constant }) => !constant);
  const texts = sorted.filter(({ name }) => name === 'name' || textColumns.includes(name));
  await withCodedTexts(warehouse, count, isLive ? rows : sql`ingest_events e`, texts, async (types) => {
    const carried = ({ name, value }: Cell): Fragment => {
      const type = types.get(name);
      return type === undefined ? sql`${value} as ${ident(name)}` : sql`cast(${value} as ${type}) as ${ident(name)}`;
    };
    await warehouse.run(sql`insert into events select ${join([
      sql`${job.run.batch}`,
      sql`${job.mapping.source}`,
      sql`record`,
      sql`identifier`,
      sql`profile`,
      ...cells.map(({ name, value, constant }) => (constant ? value : ident(name))),
    ])}
    from (select ${join([sql`e.record`, ident(people, 'identifier'), ident(people, 'profile'), ...sorted.map(carried)])} from ${rows}
      order by ${types.has('name') ? sql`name` : sql`hash(name)`}, ${ident(people, 'profile')}, occurred_at)`);
  });
}

const textColumns: readonly string[] = ['product_id', 'product', 'category', 'campaign', 'channel', 'device', 'page', 'session'];

type Cell = Text & { readonly constant: boolean };

/** The columns of `events` from `name` on, in their order; `constant` where every row has the same. */
function details(job: Job, checked: Checked, isLive: boolean): readonly Cell[] {
  const cell = (name: string, shape: Shape, value = column(checked, name, shape, 'e')): Cell => ({ name, value, constant: !has(checked, name) });
  const received = sql`cast(${timestamp(job.at)} as TIMESTAMP)`;
  const event = column(checked, 'event', 'VARCHAR', 'e');
  return [
    { name: 'name', value: job.mapping.kind === 'messages' ? messageName(event) : event, constant: false },
    { name: 'occurred_at', value: column(checked, 'occurred_at', 'TIMESTAMP', 'e'), constant: false },
    isLive
      ? cell('received_at', 'TIMESTAMP')
      : cell(
          'received_at',
          'TIMESTAMP',
          has(checked, 'received_at') ? sql`coalesce(${column(checked, 'received_at', 'TIMESTAMP', 'e')}, ${received})` : received,
        ),
    cell('value', 'DOUBLE'),
    ...textColumns.map((name) => cell(name, 'VARCHAR')),
    { name: 'properties', value: properties(checked, 'e'), constant: !hasProperties(checked) },
  ];
}

async function recordEventContacts(job: Job, checked: Checked, people: People): Promise<void> {
  if (!has(checked, 'email') && !has(checked, 'phone')) return;
  await job.context.warehouse.run(sql`create or replace temp table ingest_event_contacts as
    select e.*, ${column(checked, 'occurred_at', 'TIMESTAMP', 'e')} as occurred_at, p.identifier from ingest_events e ${joinPeople(people, 'e')}`);
  await recordContacts(job, checked, people, { table: 'ingest_event_contacts', at: 'occurred_at', names: ['email', 'phone'] });
}

async function countEvents(warehouse: Warehouse, batch: number): Promise<number> {
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from events where batch = ${batch}`);
  return found?.n ?? 0;
}
