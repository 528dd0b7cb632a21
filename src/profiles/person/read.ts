import { ClienteleError, formatInstant, type Instant, instant, type Workspace } from '../../core/index.ts';
import type { ValueType } from '../../language/index.ts';
import { ident, list, sql } from '../../sql/index.ts';
import { counter, type Row, type Warehouse } from '../../warehouse/index.ts';
import { refreshFeatures } from '../features/refresh.ts';
import type { FeatureSettings } from '../features/settings.ts';
import { namespaceRank } from '../identity/guards.ts';
import { readTraitColumns } from '../traits/columns.ts';
import { winningObservation } from '../traits/winner.ts';
import { featureWords } from '../vocabulary/feature-words.ts';
import { predictedWords } from '../vocabulary/predicted-words.ts';
import { readTimeline, type TimelineEntry } from './timeline.ts';

export type ProfileRequest = {
  readonly asOf: Instant;
  readonly workspace: Workspace;
  readonly timelineLimit: number;
  readonly settings?: FeatureSettings;
  /** A table of features at `asOf` that is there already; else the stored one is used when it is of that instant, or one is made. */
  readonly features?: string;
};

/** Everything known of one customer. Values are JSON-safe: instants ISO 8601 UTC, dates `2026-01-31`, money numbers, lists arrays. */
export type ProfileView = {
  readonly profile: number;
  readonly name: string | null;
  readonly identifiers: readonly { readonly namespace: string; readonly value: string; readonly source: string | null }[];
  readonly traits: Readonly<Record<string, unknown>>;
  readonly trait_sources: Readonly<Record<string, { readonly source: string; readonly at: string | null }>>;
  readonly features: Readonly<Record<string, unknown>>;
  readonly timeline: readonly TimelineEntry[];
  /** When this customer last entered a segment, by slug, for those that logged it. */
  readonly entered: Readonly<Record<string, string>>;
};

/** Throws `customer.unknown` when there is no such profile. */
export async function readProfile(warehouse: Warehouse, profile: number, request: ProfileRequest): Promise<ProfileView> {
  const known = await warehouse.row<{ profile: number; name: string | null }>(
    sql`select p.profile, n.name from profiles p left join (select profile, name from people where profile = ${profile}) n using (profile) where p.profile = ${profile}`,
  );
  if (known === undefined) throw new ClienteleError('customer.unknown', { id: profile });
  const identifiers = await ownIdentifiers(warehouse, profile);
  const numbers = identifiers.map(({ identifier }) => identifier);
  return {
    profile,
    name: known.name,
    identifiers: await withSources(warehouse, identifiers),
    ...(await readTraits(warehouse, profile, numbers)),
    features: await readFeatures(warehouse, profile, request),
    timeline: request.timelineLimit === 0 ? [] : await readTimeline(warehouse, profile, request.asOf, request.timelineLimit),
    entered: await readEntries(warehouse, profile),
  };
}

type Own = { readonly identifier: number; readonly namespace: string; readonly value: string };

/** Strongest first. */
const ownIdentifiers = (warehouse: Warehouse, profile: number): Promise<readonly Own[]> =>
  warehouse.rows<Own>(sql`
    select identifier, namespace, value from identifiers where profile = ${profile} order by ${namespaceRank(sql`namespace`)}, namespace, value`);

/** With the source that told each first. The numbers are written out, so that whole blocks of links are passed over. */
async function withSources(warehouse: Warehouse, own: readonly Own[]): Promise<ProfileView['identifiers']> {
  const numbers = list(own.map(({ identifier }) => identifier));
  const told = await warehouse.rows<{ identifier: number; source: string }>(sql`
    select identifier, min_by(source, batch) as source from (
      select a as identifier, source, batch from links where a in ${numbers} union all select b, source, batch from links where b in ${numbers})
    group by identifier`);
  const sources = new Map(told.map(({ identifier, source }) => [identifier, source]));
  return own.map(({ identifier, namespace, value }) => ({ namespace, value, source: sources.get(identifier) ?? null }));
}

async function readEntries(warehouse: Warehouse, profile: number): Promise<Readonly<Record<string, string>>> {
  const rows = await warehouse.rows<{ segment: string; entered: Instant }>(
    sql`select segment, max("at") as entered from membership_changes where profile = ${profile} and entered group by segment`,
  );
  return Object.fromEntries(rows.map(({ segment, entered }) => [segment, formatInstant(entered)]));
}

async function readTraits(warehouse: Warehouse, profile: number, identifiers: readonly number[]): Promise<Pick<ProfileView, 'traits' | 'trait_sources'>> {
  const columns = await readTraitColumns(warehouse);
  const row = (await warehouse.row(sql`select * from attributes where profile = ${profile}`)) ?? {};
  // First whose they are, then whether they say anything: the other way round every text of the workspace is looked at.
  const told = await warehouse.rows<{ name: string; source: string; observed_at: number | null }>(sql`
    with mine as materialized (select * from traits where identifier in ${list(identifiers)})
    select name, source, observed_at from mine where value is not null and trim(value) <> ''
    qualify ${winningObservation(sql`name`)}`);
  const sources = new Map(
    told.map(({ name, source, observed_at }) => [name, { source, at: observed_at === null ? null : formatInstant(instant(observed_at)) }]),
  );
  const filled = columns.filter(({ column }) => row[column] !== null && row[column] !== undefined).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return {
    traits: Object.fromEntries(filled.map(({ name, column, type }) => [name, jsonValue(row[column], type)])),
    trait_sources: Object.fromEntries(filled.map(({ name }) => [name, sources.get(name) ?? { source: 'enrichment', at: null }])),
  };
}

/** Features under their names in the language. */
async function readFeatures(warehouse: Warehouse, profile: number, request: ProfileRequest): Promise<Readonly<Record<string, unknown>>> {
  const row = await featureRow(warehouse, profile, request);
  const predicted = (await predictedWords(warehouse)).filter(({ column }) => column in row);
  return Object.fromEntries([...featureWords(request.workspace.currency), ...predicted].map(({ name, column, type }) => [name, jsonValue(row[column], type)]));
}

async function featureRow(warehouse: Warehouse, profile: number, request: ProfileRequest): Promise<Row> {
  const stored = await counter(warehouse, 'features_as_of');
  let table = request.features ?? (stored === request.asOf ? 'features' : undefined);
  if (table === undefined) {
    table = 'features_of_profile';
    const { asOf, workspace, settings } = request;
    await refreshFeatures(warehouse, { asOf, workspace, table, temporary: true, ...(settings === undefined ? {} : { settings }) });
  }
  return (await warehouse.row(sql`select * from ${ident(table)} where profile = ${profile}`)) ?? {};
}

const jsonValue = (value: unknown, type: ValueType): unknown => {
  if (value === undefined || value === null) return null;
  return type === 'instant' && typeof value === 'number' ? formatInstant(instant(value)) : value;
};
