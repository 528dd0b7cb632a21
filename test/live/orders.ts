import type { LiveIdentifier, LiveRecord } from '../../src/contract/live.ts';
import { defaultWorkspace, type Instant, instant } from '../../src/core/index.ts';
import { type LiveRow, recordLiveRows } from '../../src/ingest/index.ts';
import { sql } from '../../src/sql/index.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';

const hour = 3_600_000_000;
const start = 1_780_000_000_000_000;
const id = (namespace: string, value: string): LiveIdentifier => ({ namespace, value });
const when = (n: number): Instant => instant(start + n * hour);

const event = (n: number, name: string, ...identifiers: LiveIdentifier[]): LiveRecord => ({
  kind: 'event',
  identifiers,
  name,
  occurredAt: when(n),
  fields: {},
  properties: { n },
});
const customer = (n: number, traits: Record<string, string | number>, ...identifiers: LiveIdentifier[]): LiveRecord => ({
  kind: 'customer',
  identifiers,
  observedAt: when(n),
  traits,
});
const nothingSaid = {
  status: null,
  currency: null,
  total: null,
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  refunded: null,
  fields: {},
  properties: {},
} as const;
const order = (n: number, orderId: string, said: Partial<Extract<LiveRecord, { kind: 'order' }>>, ...identifiers: LiveIdentifier[]): LiveRecord => ({
  kind: 'order',
  identifiers,
  orderId,
  orderedAt: null,
  observedAt: when(n),
  ...nothingSaid,
  ...said,
});

const [a1, a2, a3] = [id('anonymous_id', 'a1'), id('anonymous_id', 'a2'), id('anonymous_id', 'a3')];
const [ann, bob] = [id('customer_id', 'ann'), id('customer_id', 'bob')];
const mail = id('email', 'ann@example.com');
const mug = { product_id: 'mug', product: 'Mug', category: 'Cups', brand: null, variant: null, quantity: 1, price: 10, discount: null };

/** Two people on three devices: logins, an alias, merges through an address, an order told in five parts, traits told twice. */
export const stream: readonly LiveRecord[] = [
  event(1, 'Seen', a1),
  event(2, 'Seen', a2),
  customer(3, { city: 'Leeds', plan: 'free' }, a1, ann),
  event(4, 'Added', ann),
  event(5, 'Seen', a3),
  customer(6, {}, a2, ann),
  customer(7, { city: 'York' }, ann, mail),
  customer(7, { city: 'Bath' }, ann),
  customer(8, { plan: 'gold', seats: 3 }, mail),
  event(9, 'Seen', bob, a3),
  customer(10, { city: 'Hull' }, bob),
  order(11, 'A', { orderedAt: when(11), total: 30, currency: 'GBP', status: 'pending', items: [mug, { ...mug, quantity: 2 }] }, mail),
  order(12, 'A', { status: 'paid', fields: { channel: 'web' } }, ann),
  order(13, 'A', { refund: { id: 'r1', amount: 5 } }),
  order(14, 'A', { refund: { id: 'r2', amount: 7 } }),
  order(13, 'A', { refund: { id: 'r1', amount: 5 } }),
  order(15, 'B', { orderedAt: when(15), total: 12, currency: 'GBP' }, bob),
  order(16, 'B', { cancelledAt: when(16) }),
  { kind: 'feedback', identifiers: [ann], recordId: 'f1', feedbackKind: 'review', occurredAt: when(17), fields: { rating: 3 }, properties: {} },
  { kind: 'feedback', identifiers: [ann], recordId: 'f1', feedbackKind: 'review', occurredAt: when(18), fields: { rating: 5 }, properties: {} },
];

/** In which order the messages of the stream arrive, and how many at once; the sizes begin anew where they end. */
export type Arrival = { readonly order: readonly number[]; readonly sizes: readonly number[] };

/**
 * What the stream leaves behind for each of these ways to arrive. Each is a copy of the stream about people of its own, and all arrive side by side in the same
 * warehouse: a batch of two hundred copies takes hardly longer than one of a single copy. Nothing of it stays.
 */
export async function statesAfter(warehouse: Warehouse, arrivals: readonly Arrival[]): Promise<readonly unknown[]> {
  const context = {
    warehouse,
    workspace: { ...defaultWorkspace, zone: 'UTC' },
    effects: { now: () => when(100), randomId: () => '0', progress: () => undefined },
    decisions: [],
  };
  const taken = { states: [] as readonly unknown[] };
  const back = Symbol('taken back');
  try {
    await warehouse.transaction(async () => {
      const known = new Map();
      for (const rows of together(arrivals)) await recordLiveRows(context, rows, known);
      taken.states = await readStates(warehouse, arrivals.length);
      throw back;
    });
  } catch (error) {
    if (error !== back) throw error;
  }
  return taken.states;
}

/** The first batches of all copies as one, the second ones, … */
function together(arrivals: readonly Arrival[]): readonly (readonly LiveRow[])[] {
  const batches: LiveRow[][] = [];
  arrivals.forEach(({ order: places, sizes }, copy) => {
    let from = 0;
    for (let turn = 0; from < places.length; turn += 1) {
      const until = from + (sizes[turn % sizes.length] ?? 1);
      (batches[turn] ??= []).push(...places.slice(from, until).map((place) => rowOf(place, copy)));
      from = until;
    }
  });
  return batches;
}

/** Everything that is somebody's or something's name is the copy's own. */
function rowOf(place: number, copy: number): LiveRow {
  const record = stream[place] ?? event(0, 'Missing', a1);
  const named = {
    ...record,
    ...('identifiers' in record
      ? {
          identifiers: record.identifiers.map(({ namespace, value }) =>
            id(
              namespace,
              value.replace(/^[^@]+/, (name) => `${name}~${copy}`),
            ),
          ),
        }
      : {}),
    ...('orderId' in record ? { orderId: `${record.orderId}~${copy}` } : {}),
    ...('recordId' in record ? { recordId: `${record.recordId}~${copy}` } : {}),
  } as LiveRecord;
  return { source: 'web', key: `m${place}~${copy}`, receivedAt: when(place), record: named };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Each copy's rows, without what tells it from the others. A row that speaks of two copies is found in the first and keeps the name of the other. */
async function readStates(warehouse: Warehouse, copies: number): Promise<readonly unknown[]> {
  const tables = Object.entries(await readState(warehouse));
  const states = Array.from({ length: copies }, () => new Map<string, string[]>(tables.map(([table]) => [table, []])));
  for (const [table, rows] of tables)
    for (const row of rows) {
      const text = JSON.stringify(row);
      const copy = Number(/~(\d+)/.exec(text)?.[1] ?? -1);
      states[copy]?.get(table)?.push(text.replaceAll(new RegExp(`~${copy}(?!\\d)`, 'g'), ''));
    }
  return states.map((state) => Object.fromEntries([...state].map(([table, rows]) => [table, rows.toSorted().map((row) => JSON.parse(row) as unknown)])));
}

/** Numbers of profiles and identifiers tell in which order they came: people are named by all their identifiers instead. */
async function readState(warehouse: Warehouse): Promise<Readonly<Record<string, Rows>>> {
  const who = sql`(select string_agg(namespace || ':' || value, ' ' order by namespace, value) from identifiers i where i.profile = x.profile)`;
  const read = (query: ReturnType<typeof sql>) => warehouse.rows(query);
  return {
    people: await read(sql`select ${who} as who from profiles x order by all`),
    events: await read(sql`select ${who} as who, name, occurred_at, properties from events x order by all`),
    orders: await read(sql`select ${who} as who, order_id, ordered_at, total, refunded, status, counts, channel, item_count from orders x order by all`),
    items: await read(sql`select ${who} as who, order_id, line, product_id, quantity, total, counts, ordered_at from items x order by all`),
    feedback: await read(sql`select ${who} as who, record_id, rating, occurred_at from feedback x order by all`),
    traits: await read(
      sql`select i.namespace || ':' || i.value as of, t.name, t.value, t.observed_at, t.trust from traits t join identifiers i using (identifier) order by all`,
    ),
    customers: await read(
      sql`select ${who} as who, i.namespace || ':' || i.value as of, x.observed_at from customers x join identifiers i using (identifier) order by all`,
    ),
  };
}
