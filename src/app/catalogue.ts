import { parse } from '../language/index.ts';
import { listSegments } from '../segments/index.ts';
import { type Fragment, ident, join, sql } from '../sql/index.ts';
import { attributesIn } from './customer-columns.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';
import { formatInstant, type Instant } from '../core/index.ts';

/** One thing that is known of customers: how many have it, how many different values there are, and who speaks of it. */
export type CatalogueTrait = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly computed: boolean;
  readonly sources: readonly string[];
  readonly filled: number;
  readonly distinct: number;
  readonly examples: readonly string[];
  readonly used_by: readonly { readonly slug: string; readonly name: string }[];
};

/** One sort of event. Times are ISO 8601 UTC. */
export type CatalogueEvent = {
  readonly name: string;
  readonly events: number;
  readonly customers: number;
  readonly sources: readonly string[];
  readonly first_seen: string;
  readonly last_seen: string;
};

export type Catalogue = {
  readonly customers: number;
  readonly estimated: boolean;
  readonly traits: readonly CatalogueTrait[];
  readonly events: readonly CatalogueEvent[];
};

/** Up to so many customers, and events, different values are counted exactly: some 80 columns take a second then. */
const mostCustomers = 50_000;
const mostEvents = 2_000_000;

/** Every trait, feature and event there is data for, with how full it is. In a large shop different values are `estimated`, within a few per cent. */
export async function catalogue(app: App): Promise<Catalogue> {
  const { warehouse, control } = app;
  const vocabulary = await vocabularyOf(app);
  const words = [...vocabulary.attributes.values()];
  const uses = (await listSegments(control)).map(({ slug, name, text }) => {
    const parsed = parse(text);
    return { slug, name, attributes: new Set(parsed.ok ? attributesIn(parsed.value.tree) : []) };
  });
  const told = new Map(
    (await warehouse.rows<{ column: string; sources: readonly string[] | null }>(sql`select "column", sources from trait_columns`)).map((row) => [
      row.column,
      row.sources ?? [],
    ]),
  );
  const people = await warehouse.row<{ customers: number; events: number }>(
    sql`select (select count(*) from profiles) as customers, (select count(*) from events) as events`,
  );
  const estimated = (people?.customers ?? 0) > mostCustomers || (people?.events ?? 0) > mostEvents;
  const different = (column: Fragment): Fragment => (estimated ? sql`approx_count_distinct(${column})` : sql`count(distinct ${column})`);
  const counted = { attributes: await counts(app, 'attributes', words, different), features: await counts(app, 'features', words, different) };
  const traits = words.map(
    ({ name, label, type, table, column, values = [] }): CatalogueTrait => ({
      name,
      label,
      type,
      computed: table === 'features',
      sources: table === 'features' ? [] : (told.get(column) ?? []),
      filled: counted[table].get(`n ${column}`) ?? 0,
      distinct: counted[table].get(`d ${column}`) ?? 0,
      examples: values.slice(0, 3),
      used_by: uses.filter(({ attributes }) => attributes.has(name)).map(({ slug, name: called }) => ({ slug, name: called })),
    }),
  );
  return { customers: people?.customers ?? 0, estimated, traits, events: await eventsSeen(app, different) };
}

type Different = (column: Fragment) => Fragment;

/** How many rows have each column, and how many different values, in one pass. */
async function counts(
  { warehouse }: App,
  table: 'attributes' | 'features',
  words: readonly { readonly table: string; readonly column: string }[],
  different: Different,
) {
  const columns = words.filter((word) => word.table === table).map(({ column }) => column);
  if (columns.length === 0) return new Map<string, number>();
  const each = columns.map((column) => sql`count(${ident(column)}) as ${ident(`n ${column}`)}, ${different(ident(column))} as ${ident(`d ${column}`)}`);
  const row = (await warehouse.row<Record<string, number>>(sql`select ${join(each)} from ${ident(table)}`)) ?? {};
  return new Map(Object.entries(row));
}

async function eventsSeen({ warehouse }: App, different: Different): Promise<readonly CatalogueEvent[]> {
  const rows = await warehouse.rows<Omit<CatalogueEvent, 'first_seen' | 'last_seen'> & { first_seen: Instant; last_seen: Instant }>(sql`
    select name, count(*) as events, ${different(sql`profile`)} as customers, list(distinct source) as sources, min(occurred_at) as first_seen, max(occurred_at) as last_seen
    from events group by name order by events desc, name`);
  return rows.map((row) => ({ ...row, first_seen: formatInstant(row.first_seen), last_seen: formatInstant(row.last_seen) }));
}
