import type { ValueType, Vocabulary } from '../../src/language/vocabulary.ts';
import { type Fragment, ident, join, sql } from '../../src/sql/index.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';
import type { Fields, Value, World, WordType } from '../naive/world.ts';

type Row = Readonly<Record<string, Value>>;

/** Replaces every fact, trait and feature of a warehouse by those of a world. Returns the words by which segments may speak of it. */
export async function loadWorld(warehouse: Warehouse, world: World, eventProperties: Readonly<Record<string, ValueType>> = {}): Promise<Vocabulary> {
  for (const table of ['orders', 'items', 'events', 'feedback', 'profiles', 'identifiers', 'trait_columns'])
    await warehouse.run(sql`delete from ${ident(table)}`);
  const common = world.profiles.map((profile) => ({ profile, batch: 1, identifier: profile, namespace: 'customer_id', value: `c${profile}` }));
  await insert(warehouse, 'profiles', { profile: 'INTEGER', batch: 'INTEGER' }, common);
  await insert(warehouse, 'identifiers', { identifier: 'INTEGER', namespace: 'VARCHAR', value: 'VARCHAR', profile: 'INTEGER', batch: 'INTEGER' }, common);
  const sale = { ...factColumns, ordered_at: 'TIMESTAMP', counts: 'BOOLEAN', is_return: 'BOOLEAN' };
  const sold = ({ profile, at, counts, isReturn, fields }: World['orders'][number]): Row => ({
    profile,
    ordered_at: at,
    counts,
    is_return: isReturn,
    ...fields,
  });
  await insertFacts(warehouse, 'orders', { ...sale, ...orderFields }, world.orders.map(sold));
  await insertFacts(warehouse, 'items', { ...sale, ...itemFields }, world.items.map(sold), ['product']);
  const happened = { ...factColumns, occurred_at: 'TIMESTAMP' };
  await insertFacts(
    warehouse,
    'events',
    { ...happened, name: 'VARCHAR', received_at: 'TIMESTAMP', record: 'HUGEINT', ...eventFields },
    world.events.map(({ profile, name, at, receivedAt, fields }, index) => ({
      ...fields,
      profile,
      name,
      occurred_at: at,
      received_at: receivedAt,
      record: index,
    })),
  );
  await insertFacts(
    warehouse,
    'feedback',
    { ...happened, kind: 'VARCHAR', ...feedbackFields },
    world.feedback.map(({ profile, kind, at, fields }) => ({ ...fields, profile, kind, occurred_at: at })),
  );
  const attributes = Object.keys(world.words).filter((name) => !world.featureWords.includes(name));
  await createWide(
    warehouse,
    'attributes',
    attributes.map((name, index) => ({ name, column: `t${index + 1}` })),
    world,
  );
  await createWide(
    warehouse,
    'features',
    world.featureWords.map((name) => ({ name, column: name })),
    world,
  );
  return {
    attributes: new Map([
      ...attributes.map((name, index) => [name, wordOf(name, 'attributes', `t${index + 1}`, world)] as const),
      ...world.featureWords.map((name) => [name, wordOf(name, 'features', name, world)] as const),
    ]),
    events: [...new Set(world.events.map((event) => event.name))],
    eventCounts: new Map([...Map.groupBy(world.events, ({ name }) => name)].map(([name, events]) => [name, events.length])),
    eventProperties: new Map(Object.entries(eventProperties)),
    segments: new Map(Object.entries(world.segments).map(([slug, { name, text }]) => [slug, { name, text }])),
    currency: 'GBP',
  };
}

const text = 'VARCHAR';
const money = 'DECIMAL(18,4)';
const factColumns = { profile: 'INTEGER', identifier: 'INTEGER', batch: 'INTEGER', source: text };
const columnsOf = (type: string, names: string): Readonly<Record<string, string>> => Object.fromEntries(names.split(' ').map((name) => [name, type]));
const orderFields = {
  ...columnsOf(money, 'total subtotal discount shipping tax refunded item_count'),
  ...columnsOf(text, 'order_id status currency channel coupon payment_method country region city postcode'),
  tags: 'VARCHAR[]',
};
const itemFields = {
  ...columnsOf(text, 'order_id product_id name category brand variant'),
  ...columnsOf(money, 'quantity price discount total'),
  line: 'INTEGER',
};
const eventFields = { ...columnsOf(text, 'product_id product category campaign channel device page session'), value: 'DOUBLE' };
const feedbackFields = { ...columnsOf(text, 'record_id subject text status product_id product category channel'), rating: 'DOUBLE' };

const insertFacts = (
  warehouse: Warehouse,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly Row[],
  aliases: readonly string[] = [],
): Promise<void> =>
  insert(
    warehouse,
    table,
    { ...columns, properties: text },
    rows.map((row) => {
      const rest = Object.entries(row).filter(([name]) => !Object.hasOwn(columns, name) && !aliases.includes(name));
      return {
        identifier: row['profile'] ?? null,
        batch: 1,
        source: 'test',
        ...row,
        properties: rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest)),
      };
    }),
  );

/** Rows travel as one JSON parameter; times as microseconds. */
async function insert(warehouse: Warehouse, table: string, columns: Readonly<Record<string, string>>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const shape = JSON.stringify([Object.fromEntries(names.map((name) => [name, columns[name] === 'TIMESTAMP' ? 'BIGINT' : columns[name]]))]);
  const values = names.map((name) => (columns[name] === 'TIMESTAMP' ? sql`make_timestamp(r.${ident(name)})` : sql`r.${ident(name)}`));
  await warehouse.run(
    sql`insert into ${ident(table)} (${join(names.map((name) => ident(name)))}) select ${join(values)} from (select unnest(from_json(${JSON.stringify(rows)}::json, ${shape})) as r)`,
  );
}

async function createWide(
  warehouse: Warehouse,
  table: string,
  columns: readonly { readonly name: string; readonly column: string }[],
  world: World,
): Promise<void> {
  const declared = columns.map(({ name, column }): Fragment => sql`, ${ident(column)} ${sqlType(world.words[name] ?? 'text')}`);
  await warehouse.run(sql`create or replace table ${ident(table)} (profile INTEGER${join(declared, '')})`);
  const types = Object.fromEntries(columns.map(({ name, column }) => [column, typeNames[world.words[name] ?? 'text']]));
  const row = (profile: number, fields: Fields): Row => ({ profile, ...Object.fromEntries(columns.map(({ name, column }) => [column, fields[name] ?? null])) });
  await insert(
    warehouse,
    table,
    { profile: 'INTEGER', ...types },
    world.profiles.map((profile) => row(profile, world.attributes.get(profile) ?? {})),
  );
}

const typeNames: Readonly<Record<WordType, string>> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  birthday: 'DATE',
  instant: 'TIMESTAMP',
  list: 'VARCHAR[]',
};

const sqlType = (type: WordType): Fragment => ({ kind: 'fragment', parts: [{ kind: 'text', text: typeNames[type] }] });

function wordOf(name: string, table: 'attributes' | 'features', column: string, world: World) {
  const type = world.words[name] ?? 'text';
  return {
    name,
    label: name.replaceAll('_', ' '),
    table,
    column,
    type: type === 'birthday' ? ('date' as const) : type,
    ...(type === 'birthday' ? { anniversary: true } : {}),
  };
}
