import type { LiveRecord } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { column, fingerprint } from '../record/fields.ts';
import { checkedQuery, checkedRows, type LiveField } from './checked-rows.ts';
import { loadJson, wholeJson } from './json-rows.ts';
import type { LiveRow } from './live-batch.ts';
import type { KnownPerson, LivePeople } from './live-people.ts';

type Of<K extends LiveRecord['kind']> = LiveRow & { readonly record: Extract<LiveRecord, { kind: K }> };
export type EventRow = Of<'event'>;
export type FeedbackRow = Of<'feedback'>;

const details = ['product_id', 'product', 'category', 'campaign', 'channel', 'device', 'page', 'session'] as const;
const texts = ['subject', 'text', 'status', 'product_id', 'product', 'category', 'channel'] as const;
const propertiesOf = ({ record }: EventRow | FeedbackRow): string | null => (Object.keys(record.properties).length === 0 ? null : wholeJson(record.properties));

/** What an event is worth in another currency can not be added to the others: it stays among the properties, beside the currency that was told. */
function isAbroad({ record }: EventRow, { currency }: Workspace): boolean {
  const told = record.properties.currency;
  return record.fields.value !== undefined && typeof told === 'string' && told.trim() !== '' && told.trim().toUpperCase() !== currency;
}

const withValueAbroad = (row: EventRow): EventRow => ({
  ...row,
  record: { ...row.record, properties: { ...row.record.properties, foreign_value: row.record.fields.value ?? null } },
});

/** Events of people who are known, as a query whose rows are checked as a file's would be, with `record`, `identifier` and `profile`; of two with one id the first. */
export async function checkedEvents(
  warehouse: Warehouse,
  workspace: Workspace,
  rows: readonly EventRow[],
  people: LivePeople,
): Promise<{ readonly query: Fragment; readonly checked: Checked }> {
  const person = (row: EventRow): KnownPerson | undefined => people.found.get(people.whoOf(row));
  const fields: readonly LiveField<EventRow>[] = [
    { name: 'identifier', as: 'whole', cell: (row) => person(row)?.identifier },
    { name: 'profile', as: 'whole', cell: (row) => person(row)?.profile },
    { name: 'event_id', as: 'text', cell: ({ key }) => key },
    { name: 'event', as: 'text', cell: ({ record }) => record.name },
    { name: 'occurred_at', as: 'micros', cell: ({ record }) => record.occurredAt },
    { name: 'received_at', as: 'micros', cell: ({ receivedAt }) => receivedAt },
    { name: 'value', as: 'double', cell: (row) => (isAbroad(row, workspace) ? undefined : row.record.fields.value) },
    ...details.map((name): LiveField<EventRow> => ({ name, as: 'text', cell: ({ record }) => record.fields[name] })),
    { name: 'properties', as: 'json', cell: (row) => propertiesOf(isAbroad(row, workspace) ? withValueAbroad(row) : row) },
  ];
  const { query, checked } = await checkedQuery(warehouse, workspace, fields, rows, 'live_events');
  const columnOf = (name: string): Fragment => ident('c', checked.fields.get(name)?.column ?? '');
  const record = fingerprint([column(checked, 'event_id', 'VARCHAR')]);
  const told = sql`select c.*, ${columnOf('identifier')} as identifier, ${columnOf('profile')} as profile, ${record} as record from (${query}) c`;
  return { checked, query: sql`select * from (${told}) qualify row_number() over (partition by record order by line) = 1` };
}

export function checkedFeedback(
  warehouse: Warehouse,
  workspace: Workspace,
  rows: readonly FeedbackRow[],
  whoOf: (row: FeedbackRow) => string | null,
): Promise<Checked> {
  const fields: readonly LiveField<FeedbackRow>[] = [
    { name: 'who', as: 'text', cell: whoOf },
    { name: 'feedback_id', as: 'text', cell: ({ record }) => record.recordId },
    { name: 'feedback_kind', as: 'text', cell: ({ record }) => record.feedbackKind },
    { name: 'occurred_at', as: 'micros', cell: ({ record }) => record.occurredAt },
    { name: 'rating', as: 'double', cell: ({ record }) => record.fields.rating },
    ...texts.map((name): LiveField<FeedbackRow> => ({ name, as: 'text', cell: ({ record }) => record.fields[name] })),
    { name: 'properties', as: 'json', cell: propertiesOf },
  ];
  return checkedRows(warehouse, workspace, fields, rows);
}

/** Of several states of one record the one that happened last, also against what is kept; of two at one instant the one whose key is last. */
export async function newestFeedback(warehouse: Warehouse, source: string, rows: readonly FeedbackRow[]): Promise<readonly FeedbackRow[]> {
  const newest = new Map<string, FeedbackRow>();
  for (const row of rows) {
    const known = newest.get(row.record.recordId);
    const later =
      known === undefined || row.record.occurredAt > known.record.occurredAt || (row.record.occurredAt === known.record.occurredAt && row.key > known.key);
    if (later) newest.set(row.record.recordId, row);
  }
  await loadJson(
    warehouse,
    'live_feedback_ids',
    ['VARCHAR', 'BIGINT'],
    [...newest.values()].map(({ record }) => [record.recordId, record.occurredAt]),
  );
  const older = await warehouse.rows<{ id: string }>(
    sql`select i.c0 as id from live_feedback_ids i join feedback f on f.source = ${source} and f.record_id = i.c0 where f.occurred_at > make_timestamp(i.c1)`,
  );
  for (const { id } of older) newest.delete(id);
  return [...newest.values()];
}
