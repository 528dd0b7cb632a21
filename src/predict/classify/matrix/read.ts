import type { Instant } from '../../../core/index.ts';
import { refreshFeatures } from '../../../profiles/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import type { CategoryColumn, FeatureTable, NumberColumn } from '../../../stats/index.ts';
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
  const { workspace, settings } = shop;
  if (kept === undefined)
    await refreshFeatures(warehouse, { asOf, workspace, table: featuresAtCutOff, temporary: true, ...(settings === undefined ? {} : { settings }) });
  const table = kept?.table ?? featuresAtCutOff;
  const some = kept?.profiles === undefined ? sql`true` : sql`f.profile in (${join(kept.profiles.map((profile) => sql`${profile}`))})`;
  // A list may say nothing of when its customers came: they are there today, and of a past day nobody knows.
  const known = told === 'ever' ? sql`true` : sql`f.first_seen_at is not null`;
  const words = matrixWords(shop).filter(({ name }) => shop.leaveOut?.has(name) !== true);
  const traits = words.filter(({ word }) => word.table === 'attributes');
  await stageTraits(warehouse, traits, asOf, told, kept?.profiles);
  const values = words.map((word): Fragment => sql`${valueOf(word, traits.indexOf(word), asOf)} as ${columnName(words.indexOf(word))}`);
  await warehouse.run(sql`create or replace temp table predict_values as
    select f.profile ${join(
      values.map((value) => sql`, ${value}`),
      '',
    )} from ${ident(table)} f left join predict_traits a using (profile)
    where ${known} and ${some} order by f.profile`);
  const [profiles = new Float64Array(), ...cells] = await readColumns(warehouse, numberCells(words));
  const numbers: Matrix['profiles'] = Int32Array.from(profiles);
  const categories = await readCategories(warehouse, words, numbers);
  return {
    asOf,
    told,
    profiles: numbers,
    table: { rows: profiles.length, columns: words.map((word, place) => categories.get(place) ?? numberColumn(word, cells[place] ?? new Float64Array())) },
  };
}

const columnName = (place: number): Fragment => ident(`v${place}`);

function valueOf({ word, as }: MatrixWord, trait: number, asOf: Instant): Fragment {
  const column = trait < 0 ? sql`f.${ident(word.column)}` : sql`a.${ident(`n${trait}`)}`;
  if (as === 'category') return sql`nullif(trim((${column})::VARCHAR), '')`;
  if (as === 'number') return sql`try_cast(${column} as DOUBLE)`;
  return sql`(epoch_us(${timestamp(asOf)}) - epoch_us(try_cast(${column} as TIMESTAMP))) / 86400000000.0`;
}

/** Each number in the order of `profiles`; categories, which are read apart, take no room. */
function numberCells(words: readonly MatrixWord[]): Fragment {
  const cells = words.map(({ as }, place) => sql`, ${as === 'category' ? sql`null` : columnName(place)}::DOUBLE as ${ident(`c${place}`)}`);
  return sql`select profile::DOUBLE as profile ${join(cells, '')} from predict_values order by profile`;
}

const numberColumn = ({ name }: MatrixWord, values: Float64Array): NumberColumn => ({ kind: 'number', name, values });

/**
 * The categories by place: the most frequent values of each are its levels. All go by one statement each way, cells under each other, because to plan a join for each column takes longer than a shop of some thousand
 * customers has to be joined.
 */
async function readCategories(warehouse: Warehouse, words: readonly MatrixWord[], profiles: Int32Array): Promise<ReadonlyMap<number, CategoryColumn>> {
  const places = [...words.keys()].filter((place) => words[place]?.as === 'category');
  if (places.length === 0) return new Map();
  const cells = sql`(select profile, unnest([${join(places.map((place) => sql`${place}`))}])::INTEGER as place, unnest([${join(places.map(columnName))}]) as level from predict_values)`;
  await warehouse.run(sql`create or replace temp table predict_levels as
    select place, level, (row_number() over (partition by place order by count(*) desc, level) - 1)::INTEGER as code from ${cells} where level is not null group by place, level
    qualify code < ${mostLevels}`);
  const known = Map.groupBy(
    await warehouse.rows<{ place: number; level: string }>(sql`select place, level from predict_levels order by place, code`),
    ({ place }) => place,
  );
  const codes = new Map(places.map((place) => [place, new Int32Array(profiles.length).fill(-1)]));
  const rowOf = new Int32Array((profiles.at(-1) ?? -1) + 1);
  profiles.forEach((profile, row) => (rowOf[profile] = row));
  await warehouse.numbers(
    sql`select c.profile::INTEGER as profile, place, l.code from ${cells} c join predict_levels l using (place, level)`,
    ([profile, place, code], rows) => {
      for (let at = 0; at < rows; at += 1) {
        const own = codes.get(Number(place?.values[at]));
        if (own !== undefined) own[rowOf[Number(profile?.values[at])] ?? 0] = Number(code?.values[at]);
      }
    },
  );
  return new Map(
    places.map((place) => {
      const levels = (known.get(place) ?? []).map(({ level }) => level);
      return [place, { kind: 'category', name: words[place]?.name ?? '', codes: codes.get(place) ?? new Int32Array(profiles.length).fill(-1), levels }];
    }),
  );
}
