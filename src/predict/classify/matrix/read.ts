import type { Instant } from '../../../core/index.ts';
import { refreshFeatures } from '../../../profiles/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import type { FeatureColumn, FeatureTable } from '../../../stats/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Shop } from '../task.ts';
import { readColumns } from './read-columns.ts';
import { stageTraits, type Told } from './traits.ts';
import { type MatrixWord, matrixWords } from './words.ts';

/** What was known of each customer at the cut-off: a row per profile number, ascending. */
export type Matrix = {
  readonly asOf: Instant;
  readonly profiles: Int32Array;
  readonly table: FeatureTable;
  readonly told: Told;
};

/** Features of that moment that are there already, and whose rows are wanted: those of everybody without `profiles`. */
export type KeptFeatures = { readonly table: string; readonly profiles?: readonly number[] };

/** Temp table of features at the cut-off that the last matrix left behind. */
export const featuresAtCutOff = 'predict_features';
const mostLevels = 254;

/**
 * Facts up to the cut-off → one row per customer who was known then. Features come from the very code that computes today's; of traits only what
 * was known by then counts (see `Standing`). Features that are there already are those of the present: there, what is known today counts. Texts become levels inside the engine, so that no text of a customer is read one by one.
 */
export async function readMatrix(
  warehouse: Warehouse,
  asOf: Instant,
  shop: Shop,
  kept?: KeptFeatures,
  told: Told = kept === undefined ? 'by-then' : 'ever',
): Promise<Matrix> {
  const { workspace, vocabulary, settings } = shop;
  if (kept === undefined)
    await refreshFeatures(warehouse, { asOf, workspace, table: featuresAtCutOff, temporary: true, ...(settings === undefined ? {} : { settings }) });
  const table = kept?.table ?? featuresAtCutOff;
  const some = kept?.profiles === undefined ? sql`true` : sql`f.profile in (${join(kept.profiles.map((profile) => sql`${profile}`))})`;
  const words = matrixWords(vocabulary).filter(({ name }) => shop.leaveOut?.has(name) !== true);
  const traits = words.filter(({ word }) => word.table === 'attributes');
  await stageTraits(warehouse, traits, asOf, told, kept?.profiles);
  const values = words.map((word): Fragment => sql`${valueOf(word, traits.indexOf(word), asOf)} as ${columnName(words.indexOf(word))}`);
  await warehouse.run(sql`create or replace temp table predict_values as
    select f.profile ${join(
      values.map((value) => sql`, ${value}`),
      '',
    )} from ${ident(table)} f left join predict_traits a using (profile)
    where f.first_seen_at is not null and ${some} order by f.profile`);
  const levels = await stageLevels(warehouse, words);
  const columns = await readColumns(warehouse, encoded(words));
  const [profiles = new Float64Array(), ...rest] = columns;
  return {
    asOf,
    told,
    profiles: Int32Array.from(profiles),
    table: { rows: profiles.length, columns: words.map((word, place) => columnOf(word, rest[place] ?? new Float64Array(), levels[place] ?? [])) },
  };
}

const columnName = (place: number): Fragment => ident(`v${place}`);

function valueOf({ word, as }: MatrixWord, trait: number, asOf: Instant): Fragment {
  const column = trait < 0 ? sql`f.${ident(word.column)}` : sql`a.${ident(`n${trait}`)}`;
  if (as === 'category') return sql`nullif(trim((${column})::VARCHAR), '')`;
  if (as === 'number') return sql`try_cast(${column} as DOUBLE)`;
  return sql`(epoch_us(${timestamp(asOf)}) - epoch_us(try_cast(${column} as TIMESTAMP))) / 86400000000.0`;
}

/** The most frequent values of each category, in `predict_levels(place, level, code)`. */
async function stageLevels(warehouse: Warehouse, words: readonly MatrixWord[]): Promise<readonly (readonly string[])[]> {
  await warehouse.run(sql`create or replace temp table predict_levels (place INTEGER, level VARCHAR, code INTEGER)`);
  for (const [place, { as }] of words.entries()) {
    if (as !== 'category') continue;
    const column = columnName(place);
    await warehouse.run(sql`insert into predict_levels select ${place}, level, row_number() over (order by times desc, level) - 1
      from (select ${column} as level, count(*) as times from predict_values where ${column} is not null group by all order by times desc, level limit ${mostLevels})`);
  }
  const rows = await warehouse.rows<{ place: number; level: string }>(sql`select place, level from predict_levels order by place, code`);
  const grouped = Map.groupBy(rows, ({ place }) => place);
  return words.map((_, place) => (grouped.get(place) ?? []).map(({ level }) => level));
}

function encoded(words: readonly MatrixWord[]): Fragment {
  const alias = (place: number): Fragment => ident(`l${place}`);
  const columns = words.map(({ as }, place) => (as === 'category' ? sql`${alias(place)}.code` : sql`v.${columnName(place)}`));
  const joins = words.flatMap(({ as }, place) =>
    as === 'category'
      ? [sql`left join predict_levels ${alias(place)} on ${alias(place)}.place = ${place} and ${alias(place)}.level = v.${columnName(place)}`]
      : [],
  );
  const cells = columns.map((column, place) => sql`, (${column})::DOUBLE as ${ident(`c${place}`)}`);
  return sql`select v.profile::DOUBLE as profile ${join(cells, '')} from predict_values v ${join(joins, ' ')} order by v.profile`;
}

function columnOf({ name, as }: MatrixWord, values: Float64Array, levels: readonly string[]): FeatureColumn {
  if (as !== 'category') return { kind: 'number', name, values };
  return { kind: 'category', name, codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value)), levels };
}
