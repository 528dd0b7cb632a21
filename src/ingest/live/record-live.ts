import type { Kind, LiveRecord, Mapping, Staged } from '../../contract/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Identity, IngestContext, Job } from '../context.ts';
import { insertEvents } from '../record/events.ts';
import { recordFeedback } from '../record/feedback.ts';
import { recordOrders } from '../record/orders.ts';
import { loadJson } from './json-rows.ts';
import { liveBatch, type LiveRow, type Refused } from './live-batch.ts';
import { type CustomerRow, recordLiveCustomers } from './live-customers.ts';
import { checkedEvents, checkedFeedback, type EventRow, type FeedbackRow, newestFeedback } from './live-facts.ts';
import { checkedOrders, foldOrders, isForeign, type OrderRow } from './live-orders.ts';
import { findPeople, type KnownPeople, type LivePeople, loadPeople, noteTold } from './live-people.ts';
import { mergeTraits } from './merge-traits.ts';

export type RecordedLive = {
  readonly refused: readonly Refused[];
  /** Whether somebody is new, or has an identifier that was not known. */
  readonly named: boolean;
  /** Whether somebody who was there before has another number now. */
  readonly moved: boolean;
  /** Whether something was said of what customers are, and not only of what they did. */
  readonly traits: boolean;
  /** Whether orders or returns have changed. */
  readonly orders: boolean;
  /** Names of events that came. */
  readonly events: ReadonlySet<string>;
};

/**
 * What live sources brought → facts, by the stages that files take: people found → facts recorded, by kind. Run it in the transaction that moves the
 * watermark. Leaves temp table `live_touched(profile)`: everybody about whom something has changed.
 *
 * Nothing depends on the order in which records arrive: events are told apart by their keys, orders are folded from all that was told of them, traits and
 * feedback keep what is newest, and identity is a function of what was seen together.
 *
 * `found` is told whom they speak of where all are events and nobody has another number because of them: what else is known of those stays as it is.
 */
export async function recordLive(
  context: IngestContext,
  identity: Identity,
  rows: readonly LiveRow[],
  known: KnownPeople,
  found?: (profiles: ReadonlySet<number>) => void,
): Promise<RecordedLive> {
  const { warehouse, workspace } = context;
  const refused: Refused[] = [];
  const usable: LiveRow[] = [];
  rows.forEach((row, index) => {
    const trouble = troubleOf(row.record, workspace.currency);
    if (trouble === undefined) usable.push(row);
    else refused.push({ index, ...trouble });
  });
  const orders = await foldBySource(warehouse, usable);
  // Every state of an order tells who was seen with whom, and the order is of whom all of them together say.
  const people = await findPeople(context, identity, [...usable, ...orders], known);
  const isEvents = usable.every(({ record }) => record.kind === 'event');
  if (isEvents && !people.moved) found?.(people.touched);
  await noteTold(warehouse, people.told);
  await warehouse.stage('live_touched', sql`select unnest(cast(${`[${[...people.touched].join()}]`} as integer[])) as profile`);
  if (!isEvents) await loadPeople(warehouse, people);
  const at = context.effects.now();
  const run = { importId: 'live', batch: liveBatch, dryRun: false, rejectsFile: null };
  for (const [source, all] of Map.groupBy(usable, (row) => row.source)) {
    const jobOf = (kind: Kind): Job => ({ context, staged: nothingStaged, mapping: mappingOf(kind, source), at, run });
    const events = all.filter((row): row is EventRow => row.record.kind === 'event');
    if (events.length > 0) await recordEventsOf(jobOf('events'), events, people);
    const own = orders.filter((order) => order.source === source);
    if (own.length > 0) await recordOrdersOf(jobOf('orders'), own, people);
    const feedback = all.filter((row): row is FeedbackRow => row.record.kind === 'feedback');
    if (feedback.length > 0) await recordFeedbackOf(jobOf('feedback'), feedback, people);
  }
  await recordTraits({ context, at, run }, usable, people);
  await noteSources(warehouse, usable, at);
  const events = new Set(usable.flatMap(({ record }) => (record.kind === 'event' ? [record.name] : [])));
  return { refused, named: people.named, moved: people.moved, traits: usable.some(tellsTraits), orders: orders.length > 0, events };
}

/** Orders tell traits, too: as those of files do, where they name a place, a name or an answer about e-mail (`record/contacts.ts`). */
function tellsTraits({ record }: LiveRow): boolean {
  if (record.kind !== 'order') return record.kind === 'customer';
  return record.acceptsEmail !== undefined || traitsOfOrders.some((name) => record.fields[name] !== undefined);
}

const traitsOfOrders = ['customer_name', 'company', 'country', 'region', 'city', 'postcode'] as const;

async function foldBySource(warehouse: Warehouse, rows: readonly LiveRow[]): Promise<readonly OrderRow[]> {
  const folded: OrderRow[] = [];
  for (const [source, own] of Map.groupBy(
    rows.filter((row): row is OrderRow => row.record.kind === 'order'),
    (row) => row.source,
  )) {
    for (const record of await foldOrders(warehouse, source, own)) folded.push({ source, key: record.orderId, receivedAt: record.observedAt, record });
  }
  return folded;
}

/** Why a record can not be kept, which its own message does not tell. */
export function troubleOf(record: LiveRecord, currency: string): Omit<Refused, 'index'> | undefined {
  if (record.kind === 'order' && isForeign(record, currency))
    return { reason: `not in ${currency}`, field: 'currency', hint: `This workspace counts in ${currency}: send amounts in it.` };
  if (record.kind === 'order' && record.orderId.trim() === '') return { reason: 'missing', field: 'order_id', hint: 'Send the id of the order.' };
  return undefined;
}

export const nothingStaged: Staged = { table: 'live_rows', headers: [], rows: 0, unreadable: [], format: { kind: 'json' }, name: 'live' };
const mappingOf = (kind: Kind, source: string): Mapping => ({ version: 1, preset: 'live', kind, source, columns: [], options: {} });

/** People are known already: a record's one identity column is the number of the identifier that it is filed under, so that whose it is is a part of what it says. */
const knownAlready: Identity = {
  resolve: async (warehouse, { table, columns }) => {
    const [column] = columns;
    const key = ident(column?.column ?? 'k0');
    await warehouse.run(sql`create or replace temp table live_resolved as
      select r.${key}, i.identifier, i.profile from (select distinct ${key} from ${ident(table)}) r left join identifiers i on i.identifier = try_cast(r.${key} as INTEGER)`);
    return { table: 'live_resolved', touchedTable: 'live_touched', created: 0, touched: 0 };
  },
  forget: async () => undefined,
};

async function recordEventsOf(job: Job, rows: readonly EventRow[], people: LivePeople): Promise<void> {
  const { warehouse, workspace } = job.context;
  const known = rows.filter((row) => people.found.has(people.whoOf(row)));
  if (known.length === 0) return;
  const { query, checked } = await checkedEvents(warehouse, workspace, known, people);
  await warehouse.steady(() => insertEvents(job, checked, sql`(${query}) e`, known.length, true));
}

async function recordOrdersOf(job: Job, orders: readonly OrderRow[], people: LivePeople): Promise<void> {
  const { warehouse, workspace } = job.context;
  const withWho = orders.map((row) => ({ order: row.record, who: filedUnder(people, row) }));
  const hasLines = ({ order }: (typeof withWho)[number]): boolean => (order.items ?? []).length > 0;
  for (const some of [withWho.filter(hasLines), withWho.filter((one) => !hasLines(one))]) {
    if (some.length === 0) continue;
    const before = await warehouse.integers(sql`select distinct profile from orders where source = ${job.mapping.source} and profile is not null
      and order_id in (select unnest(from_json(${JSON.stringify(some.map(({ order }) => order.orderId.toWellFormed()))}::JSON, '["VARCHAR"]')))`);
    const checked: Checked = await checkedOrders(warehouse, workspace, [{ name: 'who', as: 'text', cell: ({ who }) => who }], some);
    await recordOrders(job, knownAlready, checked);
    // Whoever it was of before has lost it.
    for (const profile of before) await warehouse.run(sql`insert into live_touched values (${profile})`);
  }
}

const filedUnder = (people: LivePeople, row: LiveRow): string | null => people.found.get(people.whoOf(row))?.identifier.toString() ?? null;

async function recordFeedbackOf(job: Job, rows: readonly FeedbackRow[], people: LivePeople): Promise<void> {
  const { warehouse, workspace } = job.context;
  const newest = await newestFeedback(warehouse, job.mapping.source, rows);
  if (newest.length > 0) await recordFeedback(job, knownAlready, await checkedFeedback(warehouse, workspace, newest, (row) => filedUnder(people, row)));
}

type Contact = readonly [string, number, string, string, number];

/** What customers say of themselves, and the address and number by which somebody was named, which are traits of little trust, as they are for files. */
async function recordTraits(job: Omit<Job, 'staged' | 'mapping'>, rows: readonly LiveRow[], people: LivePeople): Promise<void> {
  const { warehouse } = job.context;
  const customers = rows.filter((row): row is CustomerRow => row.record.kind === 'customer');
  const contacts = contactsOf(rows, people);
  if (customers.length === 0 && contacts.length === 0) return;
  await warehouse.run(
    sql`create or replace temp table live_observed (source VARCHAR, record_id VARCHAR, identifier INTEGER, name VARCHAR, value VARCHAR, trust TINYINT, observed_at TIMESTAMP)`,
  );
  await recordLiveCustomers(job, customers, people);
  if (contacts.length > 0) {
    await loadJson(warehouse, 'live_contacts', ['VARCHAR', 'BIGINT', 'VARCHAR', 'VARCHAR', 'BIGINT'], contacts);
    await warehouse.run(sql`insert into live_observed select c0, null, c1, c2, c3, 0, make_timestamp(c4) from live_contacts`);
  }
  await mergeTraits(warehouse);
}

function contactsOf(rows: readonly LiveRow[], people: LivePeople): readonly Contact[] {
  const told = new Map<string, Contact>();
  for (const row of rows) {
    if (row.record.kind === 'customer') continue;
    const person = people.found.get(people.whoOf(row));
    if (person === undefined) continue;
    const at = row.record.kind === 'order' ? (row.record.orderedAt ?? row.record.observedAt) : row.record.occurredAt;
    for (const name of ['email', 'phone'] as const) {
      const value = person[name];
      const key = JSON.stringify([row.source, person.identifier, name]);
      const before = told.get(key);
      if (value !== null && (before === undefined || at > before[4] || (at === before[4] && value > before[3])))
        told.set(key, [row.source, person.identifier, name, value, at]);
    }
  }
  return [...told.values()];
}

/** A line in `batches` per source and kind: that there are facts, and where they are from. */
async function noteSources(warehouse: Warehouse, rows: readonly LiveRow[], at: Job['at']): Promise<void> {
  const kinds = { event: 'events', order: 'orders', customer: 'customers', feedback: 'feedback' } as const;
  const met = new Map(rows.map(({ source, record }) => [`${source}\n${record.kind}`, [source, kinds[record.kind]] as const]));
  for (const [source, kind] of met.values()) {
    await warehouse.run(sql`insert into batches select ${liveBatch}, 'live', ${source}, ${kind}, ${timestamp(at)}
      where not exists (select 1 from batches where batch = ${liveBatch} and source = ${source} and kind = ${kind})`);
  }
}
