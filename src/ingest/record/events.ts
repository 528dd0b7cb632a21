import { type Fragment, join, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';
import { recordContacts } from './contacts.ts';
import { gatherEvents, skipKnownEvents } from './event-rows.ts';
import { column, has, properties } from './fields.ts';
import { messageName } from './message-names.ts';
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
  // Names cluster by their hash: numbers sort quicker than text, and which name comes first does not matter.
  await warehouse.run(sql`insert into events select ${join([sql`${batch}`, sql`${source}`, sql`e.record`, sql`p.identifier`, sql`p.profile`, ...details(job, checked)])}
    from ingest_events e ${joinPeople(people, 'e')} ${known > 0 ? sql`anti join ingest_known_events x on x.record = e.record` : sql``}
    order by hash(name), p.profile, occurred_at`);
  await recordEventContacts(job, checked, people);
  const warnings = repeatedIds > 0 ? [`${repeatedIds} rows carry an event id that stands in the file already; the first of each is taken.`] : [];
  return { ...nothingRecorded, created: await countEvents(warehouse, batch), skipped: known + repeatedIds, people, warnings };
}

function details(job: Job, checked: Checked): readonly Fragment[] {
  const text = (name: string) => column(checked, name, 'VARCHAR', 'e');
  const received = sql`cast(${timestamp(job.at)} as TIMESTAMP)`;
  return [
    sql`${job.mapping.kind === 'messages' ? messageName(text('event')) : text('event')} as name`,
    sql`${column(checked, 'occurred_at', 'TIMESTAMP', 'e')} as occurred_at`,
    has(checked, 'received_at') ? sql`coalesce(${column(checked, 'received_at', 'TIMESTAMP', 'e')}, ${received})` : received,
    column(checked, 'value', 'DOUBLE', 'e'),
    ...['product_id', 'product', 'category', 'campaign', 'channel', 'device', 'page', 'session'].map(text),
    properties(checked, 'e'),
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
