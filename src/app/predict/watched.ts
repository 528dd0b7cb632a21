import type { Instant } from '../../core/index.ts';
import { driftOf, type Drift, type Reference, referenceOf } from '../../predict/index.ts';
import { refreshFeatures } from '../../profiles/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { FeatureColumn, FeatureTable } from '../../stats/index.ts';
import { counter } from '../../warehouse/index.ts';
import type { App } from '../open.ts';
import { featureSettings } from '../settings.ts';

const temporary = 'watched_features';
/** So many customers say how all are spread, to a hundredth. */
const enough = 50_000;

/** How those who ordered are spread over what a model goes by, as it learned: kept beside it. */
export async function referenceAt(app: App, at: Instant, watched: readonly string[]): Promise<Reference> {
  const { warehouse, workspace, control } = app;
  const kept = await counter(warehouse, 'features_as_of');
  if (kept !== at) await refreshFeatures(warehouse, { asOf: at, workspace, table: temporary, temporary: true, settings: await featureSettings(control) });
  const reference = referenceOf(await readWatched(app, kept === at ? 'features' : temporary, watched));
  if (kept !== at) await warehouse.run(sql`drop table ${ident(temporary)}`);
  return reference;
}

/** How far they have moved since. Undefined for a version that was kept without a reference, and for few customers. */
export async function driftSince(app: App, table: string, content: unknown, watched: readonly string[]): Promise<Drift | undefined> {
  const { reference } = content as { readonly reference?: Reference };
  return reference === undefined ? undefined : driftOf(reference, await readWatched(app, table, watched));
}

/** An even sample of those who ordered: the same of the same customers, whatever their order. */
async function readWatched({ warehouse }: App, table: string, watched: readonly string[]): Promise<FeatureTable> {
  const counted = await warehouse.row<{ buyers: number }>(sql`select count(*) as buyers from ${ident(table)} where orders_count >= 1`);
  const every = Math.max(1, Math.ceil((counted?.buyers ?? 0) / enough));
  const rows = await warehouse.rows<Readonly<Record<string, number | string | null>>>(sql`
    select ${join(watched.map((name) => sql`${ident(name)}`))} from ${ident(table)} where orders_count >= 1 and profile % ${every} = 0`);
  return {
    rows: rows.length,
    columns: watched.map((name) =>
      columnOf(
        name,
        rows.map((row) => row[name] ?? null),
      ),
    ),
  };
}

function columnOf(name: string, values: readonly (number | string | null)[]): FeatureColumn {
  if (!values.some((value) => typeof value === 'string'))
    return { kind: 'number', name, values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))) };
  const levels = [...new Set(values.filter((value) => value !== null).map(String))].toSorted();
  const places = new Map(levels.map((level, place) => [level, place]));
  return { kind: 'category', name, codes: Int32Array.from(values, (value) => (value === null ? -1 : (places.get(String(value)) ?? -1))), levels };
}
