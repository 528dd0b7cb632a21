import { ClienteleError, formatInstant, type Instant, instant, type Workspace } from '../../core/index.ts';
import type { AttributeWord, ValueType } from '../../language/index.ts';
import { type Fragment, ident, list, sql } from '../../sql/index.ts';
import { counter, type Row, type Warehouse } from '../../warehouse/index.ts';
import { refreshFeatures } from '../features/refresh.ts';
import type { FeatureSettings } from '../features/settings.ts';
import { namespaceRank } from '../identity/guards.ts';
import { readTraitColumns, type TraitColumn } from '../traits/columns.ts';
import { chosenPlaces, isPlaceName, placeNames } from '../traits/places.ts';
import { leadingObservation, winningObservation } from '../traits/winner.ts';
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
  /** The columns of what is known of people, where whoever asks has them at hand; else they are read. */
  readonly columns?: PersonColumns;
};

/** What the columns of `attributes` and `features` are called. */
export type PersonColumns = { readonly traits: readonly TraitColumn[]; readonly predicted: readonly AttributeWord[] };

export const readPersonColumns = async (warehouse: Warehouse): Promise<PersonColumns> => ({
  traits: await readTraitColumns(warehouse),
  predicted: await predictedWords(warehouse),
});

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
  const features = await featuresTable(warehouse, request);
  const row = await personRow(warehouse, profile, features);
  if (row === undefined) throw new ClienteleError('customer.unknown', { id: profile });
  const columns = request.columns ?? (await readPersonColumns(warehouse));
  const identifiers = await ownIdentifiers(warehouse, profile);
  const numbers = identifiers.map(({ identifier }) => identifier);
  return {
    profile,
    name: row.person_name,
    identifiers: await withSources(warehouse, identifiers),
    ...traitsOf(row, columns.traits, await readOrigins(warehouse, numbers)),
    features: featuresOf(row, columns.predicted, request.workspace),
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
  const told = await warehouse.rows<{ identifier: number; source: string; batch: number }>(sql`
    select a as identifier, source, batch from links where a in ${numbers} union all select b, source, batch from links where b in ${numbers}`);
  // The first last, so that it stays. Of two in one import the one whose name comes first.
  const lastToFirst = told.toSorted((one, other) => other.batch - one.batch || (one.source < other.source ? 1 : -1));
  const sources = new Map(lastToFirst.map(({ identifier, source }) => [identifier, source]));
  return own.map(({ identifier, namespace, value }) => ({ namespace, value, source: sources.get(identifier) ?? null }));
}

async function readEntries(warehouse: Warehouse, profile: number): Promise<Readonly<Record<string, string>>> {
  const rows = await warehouse.rows<{ segment: string; entered: Instant }>(
    sql`select segment, max("at") as entered from membership_changes where profile = ${profile} and entered group by segment`,
  );
  return Object.fromEntries(rows.map(({ segment, entered }) => [segment, formatInstant(entered)]));
}

/**
 * Name, traits and features of one customer in one row: each question to the engine costs as much as what it reads here. Every part has one row or
 * none, so they are laid side by side; to join them takes half as long again.
 */
async function personRow(warehouse: Warehouse, profile: number, features: string): Promise<(Row & { person_name: string | null }) | undefined> {
  const own = sql`where profile = ${profile}`;
  const row = await warehouse.row<Row & { known: number | null; person_name: string | null }>(sql`
    select p.profile as known, n.name as person_name, a.* exclude (profile), f.* exclude (profile) from (select profile from profiles ${own}) p
    positional join (select profile, name from people ${own}) n
    positional join (select * from attributes ${own}) a
    positional join (select * from ${ident(features)} ${own}) f`);
  return row?.known === null ? undefined : row;
}

function traitsOf(row: Row, columns: readonly TraitColumn[], origins: readonly Origin[]): Pick<ProfileView, 'traits' | 'trait_sources'> {
  const sources = new Map(
    origins.map(({ name, source, observed_at }) => [name, { source, at: observed_at === null ? null : formatInstant(instant(observed_at)) }]),
  );
  const filled = columns.filter(({ column }) => row[column] !== null && row[column] !== undefined).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return {
    traits: Object.fromEntries(filled.map(({ name, column, type }) => [name, jsonValue(row[column], type)])),
    trait_sources: Object.fromEntries(filled.map(({ name }) => [name, sources.get(name) ?? { source: 'enrichment', at: null }])),
  };
}

type Origin = { readonly name: string; readonly source: string; readonly observed_at: number | null };

/**
 * Who told each trait, and when. Only what arrives live can say that there is nothing any more, so elsewhere the winner is told without the
 * texts, which cost ten times the rest to read.
 */
async function readOrigins(warehouse: Warehouse, identifiers: readonly number[]): Promise<readonly Origin[]> {
  const own = sql`identifier in ${list(identifiers)}`;
  const first = await warehouse.rows<Origin & { live: boolean }>(sql`
    select name, source, observed_at, batch = 0 as live from traits where ${own} qualify ${leadingObservation(sql`name`)}`);
  const unsure = first.filter(({ live }) => live).map(({ name }) => name);
  const placed = await placeOrigins(warehouse, own, first);
  if (unsure.length === 0) return placed(first);
  // First whose they are, then whether they say anything: the other way round every text of the workspace is looked at.
  const won = await warehouse.rows<Origin>(sql`
    with mine as materialized (select name, value, trust, observed_at, batch, source from traits where ${own} and name in ${list(unsure)})
    select name, source, observed_at from mine where value is not null and trim(value) <> ''
    qualify ${winningObservation(sql`name`)}`);
  return placed([...first.filter(({ live }) => !live), ...won]);
}

/** Where several records say where somebody lives, one told the whole address; a part that it leaves blank was told by nobody, but for a country. */
async function placeOrigins(warehouse: Warehouse, own: Fragment, first: readonly Origin[]): Promise<(origins: readonly Origin[]) => readonly Origin[]> {
  if (first.filter(({ name }) => isPlaceName(name)).length < 2) return (origins) => origins;
  const chosen = await warehouse.row<Readonly<Record<string, string | null>> & { source: string; observed_at: number | null }>(sql`
    with mine as materialized (select 0 as profile, identifier, name, value, trust, observed_at, batch, source from traits
      where ${own} and name in ${list(placeNames)} and value is not null and trim(value) <> '')
    ${chosenPlaces(sql`mine`)}`);
  if (chosen === undefined) return (origins) => origins;
  const { source, observed_at } = chosen;
  const told = placeNames.flatMap((name): readonly Origin[] => (chosen[name] === null ? [] : [{ name, source, observed_at }]));
  const kept = new Set<string>(told.map(({ name }) => name));
  return (origins) => [...origins.filter(({ name }) => !isPlaceName(name) || (name === 'country' && !kept.has(name))), ...told];
}

/** Features under their names in the language. */
function featuresOf(row: Row, predicted: readonly AttributeWord[], { currency }: Workspace): Readonly<Record<string, unknown>> {
  const words = [...featureWords(currency), ...predicted.filter(({ column }) => column in row)];
  return Object.fromEntries(words.map(({ name, column, type }) => [name, jsonValue(row[column], type)]));
}

async function featuresTable(warehouse: Warehouse, { features, asOf, workspace, settings }: ProfileRequest): Promise<string> {
  if (features !== undefined) return features;
  if ((await counter(warehouse, 'features_as_of')) === asOf) return 'features';
  const table = 'features_of_profile';
  await refreshFeatures(warehouse, { asOf, workspace, table, temporary: true, ...(settings === undefined ? {} : { settings }) });
  return table;
}

const jsonValue = (value: unknown, type: ValueType): unknown => {
  if (value === undefined || value === null) return null;
  return type === 'instant' && typeof value === 'number' ? formatInstant(instant(value)) : value;
};
