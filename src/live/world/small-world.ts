import { type Instant, instant } from '../../core/index.ts';
import { liveBatch } from '../../ingest/index.ts';
import { type Fragment, ident, join, literal, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** So many profiles live in the small world at most: their places fit into a byte, by which the engine counts in an array and needs no hash table. */
export const mostInside = 250;
/** So many are looked at together at most. */
export const mostInWide = 5000;

/** Columns of `features` that a profile's own rows do not tell: they compare it with all others, or are a model's. */
const ofEverybody: ReadonlySet<string> = new Set(['rfm_r', 'rfm_f', 'rfm_m', 'rfm_score', 'rfm_segment', 'value_tier']);

/** Whether a column of `features` follows from the profile's own facts. */
export const isOwnFeature = (name: string): boolean => name !== 'profile' && name !== 'as_of' && !ofEverybody.has(name) && !name.startsWith('predicted_');

/** Tables of which the small world holds the rows of the profiles touched, besides those that are read column by column. */
const whole = ['orders', 'items', 'feedback', 'identifiers'] as const;

/** What the real tables are like, as far as the small world has to know it. Holds until definitions or the columns of `features` are others. */
export type Layout = {
  /** A table of the warehouse itself, whatever hides it. */
  readonly real: (table: string) => Fragment;
  /** Columns of `features`. */
  readonly features: readonly string[];
  /** Those of `attributes`, with their types. */
  readonly attributes: readonly RealColumn[];
  /** Words that the conditions say: of the events only columns among them are read. */
  readonly words: ReadonlySet<string>;
  /** Whether a condition asks about features that a customer's own facts tell; where none does, nobody waits for them. */
  readonly asksFeatures: boolean;
};

export async function readLayout(warehouse: Warehouse, words: ReadonlySet<string>): Promise<Layout> {
  const row = await warehouse.row<{ name: string }>(sql`select current_database() as name`);
  const catalog = row?.name ?? '';
  const features = (await realColumns(warehouse, 'features')).map(({ name }) => name);
  const asksFeatures = features.some((name) => isOwnFeature(name) && words.has(name));
  return { real: (table) => ident(catalog, 'main', table), features, attributes: await attributeColumns(warehouse), words, asksFeatures };
}

/** What the small world is for: conditions, or features as well. */
export type Purpose = 'conditions' | 'features';
export const purposeOf = ({ asksFeatures }: Layout): Purpose => (asksFeatures ? 'features' : 'conditions');

/** They are others once somebody tells a trait for the first time, or one of another type. */
export const attributeColumns = (warehouse: Warehouse): Promise<readonly RealColumn[]> => realColumns(warehouse, 'attributes');

/**
 * Fills a world in which nobody lives but the profiles of temp table `touched(profile, place)`: temporary tables with the names of the real ones hide those on this
 * connection, so that features, stages and segments are computed by the very statements that compute them for everybody, over a few rows. There `profile`
 * is the place, from 0, whatever the customers' numbers are: sets of them are small, and plans that were made for some serve for all others. `number` of
 * `profiles` is the customer's. For conditions alone, only what they speak of is read, and `features_live` is what was known before. Events are read by `fillEvents`.
 */
export async function fillSmallWorld(warehouse: Warehouse, layout: Layout, purpose: Purpose): Promise<void> {
  const { real, words, features, attributes } = layout;
  const all = purpose === 'features';
  const rows = (table: string, columns: Fragment): Fragment =>
    sql`select t.place as profile${columns} from ${real(table)} r join touched t on t.profile = r.profile`;
  await warehouse.stage('profiles', rows('profiles', sql`, t.profile as number, r.batch, r.created_at`));
  await warehouse.stage('attributes', rows('attributes', traitColumns(attributes)));
  for (const table of whole) if (all || words.has(table)) await warehouse.stage(table, rows(table, sql`, r.* exclude (profile)`));
  const known = features.filter((name) => name !== 'profile' && (all || words.has(name))).map((name) => sql`, r.${ident(name)}`);
  await warehouse.stage(all ? 'features_known' : 'features_live', rows('features', join(known, '')));
}

/** Later than everything that was received. */
export const never = instant(8_640_000_000_000_000);

/**
 * `events` of the small world, a view of `events_read`: but for live ones that were received at `before` or later. When they were received is read of live ones alone: to read a column for millions of
 * imported events takes as long as a seventh of the rest. On a connection that keeps tables say `never` for all, so that the table stays the same one.
 */
export async function fillEvents(warehouse: Warehouse, layout: Layout, purpose: Purpose, before?: Instant): Promise<void> {
  const all = eventsOf(layout, purpose);
  const live = literal(liveBatch);
  await warehouse.stage(
    'events_read',
    before === undefined ? all : sql`${all} where r.batch <> ${live} union all ${all} where r.batch = ${live} and r.received_at < ${timestamp(before)}`,
    { name: 'events', query: allColumns(layout, purpose) },
  );
}

/** What was left out before: live events that were received since. They lie where the table ends, so that little is read. */
export async function addEvents(warehouse: Warehouse, layout: Layout, purpose: Purpose, since: Instant): Promise<void> {
  await warehouse.run(
    sql`insert into temp.main.events_read ${eventsOf(layout, purpose)} where r.batch = ${literal(liveBatch)} and r.received_at >= ${timestamp(since)}`,
  );
}

const eventsOf = ({ real, words }: Layout, purpose: Purpose): Fragment =>
  sql`select t.place as profile${join(
    Object.keys(ofEvents)
      .filter((name) => isRead(name, words, purpose))
      .map((name) => sql`, r.${ident(name)}`),
    '',
  )} from ${real('events')} r join touched t on t.profile = r.profile`;

/** `events` over what was read of them: a column that nobody asks about takes no room, where it would take as much as any other. */
const allColumns = ({ words }: Layout, purpose: Purpose): Fragment =>
  sql`select profile${join(
    Object.entries(ofEvents).map(([name, type]) => (isRead(name, words, purpose) ? sql`, ${ident(name)}` : sql`, cast(null as ${type}) as ${ident(name)}`)),
    '',
  )} from temp.main.events_read`;

/** With their types: where one has another now, the table is made anew. */
const traitColumns = (columns: readonly RealColumn[]): Fragment =>
  join(
    columns.filter(({ name }) => name !== 'profile').map(({ name, type }) => sql`, cast(r.${ident(name)} as ${typeName(type)}) as ${ident(name)}`),
    '',
  );

type RealColumn = { readonly name: string; readonly type: string };

const realColumns = (warehouse: Warehouse, table: string): Promise<readonly RealColumn[]> =>
  warehouse.rows(
    sql`select column_name as name, data_type as type from duckdb_columns() where database_name = current_database() and schema_name = 'main' and table_name = ${table} order by column_index`,
  );

/** As the engine itself writes it. */
const typeName = (type: string): Fragment => ({ kind: 'fragment', parts: [{ kind: 'text', text: type }] });

/** What nobody asks about is not read: of millions of events each column costs as much as finding the rows. */
const isRead = (name: string, words: ReadonlySet<string>, purpose: Purpose): boolean =>
  always.has(name) || words.has(name) || (purpose === 'features' && name === 'session');

const always: ReadonlySet<string> = new Set(['name', 'occurred_at']);

const ofEvents: Readonly<Record<string, Fragment>> = {
  batch: sql`INTEGER`,
  source: sql`VARCHAR`,
  record: sql`HUGEINT`,
  identifier: sql`INTEGER`,
  name: sql`VARCHAR`,
  occurred_at: sql`TIMESTAMP`,
  received_at: sql`TIMESTAMP`,
  value: sql`DOUBLE`,
  product_id: sql`VARCHAR`,
  product: sql`VARCHAR`,
  category: sql`VARCHAR`,
  campaign: sql`VARCHAR`,
  channel: sql`VARCHAR`,
  device: sql`VARCHAR`,
  page: sql`VARCHAR`,
  session: sql`VARCHAR`,
  properties: sql`VARCHAR`,
};

export async function columnNames(warehouse: Warehouse, table: Fragment): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ name: string }>(sql`select column_name as name from (describe ${table})`);
  return rows.map(({ name }) => name);
}
