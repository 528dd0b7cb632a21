import { type OrderEvent, orderEventKeys, orderTold } from '../../collect/index.ts';
import type { LiveIdentifier, Staged } from '../../contract/index.ts';
import { countOf, type Instant } from '../../core/index.ts';
import { ident, join, list, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import type { OrderState } from '../live/fold-order.ts';
import { loadJson, wholeJson } from '../live/json-rows.ts';
import { isForeign } from '../live/live-orders.ts';
import { column, has } from '../record/fields.ts';
import { type IdentityColumns, identityColumns } from '../record/people.ts';
import { nested } from './nested.ts';

/** Events are read so many at once, so that a file of any size needs little memory. */
const atOnce = 5000;

/** Where a tracking call keeps what an event tells. */
const told = 'properties.';

export type KeptStates = { readonly states: number; readonly warnings: readonly string[] };

/**
 * What the accepted events of a file tell of orders → `live_orders`, as states of this batch. The same message on the live road has the same key there, so it
 * counts once. Events that name no order, or amounts in another currency, stay events and are told of.
 */
export async function keepStates(job: Job, checked: Checked): Promise<KeptStates> {
  const { warehouse, workspace } = job.context;
  const columns = identityColumns(checked);
  const events = await gatherOrderEvents(warehouse, job.staged, checked, columns);
  const troubles = new Map<string, number>();
  const trouble = (what: string): void => void troubles.set(what, (troubles.get(what) ?? 0) + 1);
  let states = 0;
  for (let from = 0; from < events; from += atOnce) {
    const rows = await warehouse.rows<EventRow>(sql`from ingest_order_events where place > ${from} and place <= ${from + atOnce} order by place`);
    const kept: (readonly [string, string, Instant, string])[] = [];
    for (const row of rows) {
      const event = eventOf(row, job.staged, columns);
      const order = orderTold(event);
      if ('ok' in order) trouble(`${order.reason}. ${order.hint}`);
      else if (isForeign(order, workspace.currency)) trouble(`its amounts are not in ${workspace.currency}, in which this workspace counts`);
      else kept.push(stateRow(event, order));
    }
    await loadJson(warehouse, 'ingest_order_states', ['VARCHAR', 'VARCHAR', 'BIGINT', 'VARCHAR'], kept);
    await warehouse.run(sql`insert into live_orders (source, order_id, record_key, observed_at, state, batch)
      select ${job.mapping.source}, c0, c1, make_timestamp(c2), c3, ${job.run.batch} from ingest_order_states`);
    states += kept.length;
  }
  return { states, warnings: [...troubles].map(([what, n]) => `${countOf(n, 'event', ['makes', 'make'])} no order: ${what.replace(/\.$/, '')}.`) };
}

type EventRow = { readonly name: string; readonly at: Instant; readonly id: string } & { readonly [cell: string]: string | number | null };

const toldColumns = ({ headers }: Staged): readonly (readonly [path: string, cell: string])[] =>
  headers.flatMap((header, index) => (header.startsWith(told) ? [[header.slice(told.length), `c${index}`] as const] : []));

/** Temp table `ingest_order_events(place, name, at, id, k0 …, c…)`. Returns how many. */
async function gatherOrderEvents(warehouse: Warehouse, staged: Staged, checked: Checked, columns: IdentityColumns): Promise<number> {
  const name = column(checked, 'event', 'VARCHAR');
  const cells = staged.headers.map((_, index) => sql`s.${ident(`c${index}`)}`);
  const id = has(checked, 'event_id') ? column(checked, 'event_id', 'VARCHAR') : sql`null`;
  await warehouse.run(sql`create or replace temp table ingest_order_events as select ${join([
    sql`row_number() over (order by c.line) as place`,
    sql`${name} as name`,
    sql`${column(checked, 'occurred_at', 'TIMESTAMP')} as "at"`,
    sql`coalesce(${id}, md5(concat(${join(cells, ', chr(31), ')}))) as id`,
    ...columns.map((one) => sql`${column(checked, one.field, 'VARCHAR')} as ${ident(one.column)}`),
    ...toldColumns(staged).map(([, cell]) => sql`s.${ident(cell)}`),
  ])} from ingest_checked c join ${ident(staged.table)} s on s.line = c.line
    where c.reject is null and regexp_replace(lower(${name}), '[^\\p{L}\\p{N}]+', '', 'g') in ${list(orderEventKeys)}`);
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_order_events`);
  return found?.n ?? 0;
}

function eventOf(row: EventRow, staged: Staged, columns: IdentityColumns): OrderEvent {
  const cell = (name: string): string | null => {
    const value = row[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    name: row.name,
    messageId: row.id,
    occurredAt: row.at,
    identifiers: columns.flatMap(({ namespace, column: name }): readonly LiveIdentifier[] => {
      const value = cell(name);
      return value === null ? [] : [{ namespace, value }];
    }),
    properties: nested(toldColumns(staged).map(([path, name]) => [path, cell(name)])),
  };
}

/** The second record of a call, as the live road counts them: the first is the event. */
const stateRow = ({ messageId }: OrderEvent, order: OrderState): readonly [string, string, Instant, string] => [
  order.orderId,
  `${messageId}#1`,
  order.observedAt,
  wholeJson(order),
];
