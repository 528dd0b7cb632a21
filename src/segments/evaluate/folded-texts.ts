import { fold, plainFolded, type TextColumn } from '../../language/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * DuckDB can not do NFKC. Texts for which its `lower(trim(x))` is not what the language means are kept in `folded_texts`; they are
 * found among the distinct texts outside ASCII (where bytes and characters differ in number), once per column and state of the facts.
 * Returns whether there are few or many such texts, undefined for none; few are also put into the session's variable `folded_texts`.
 */
export async function refreshFoldedTexts(warehouse: Warehouse, columns: readonly TextColumn[], featuresTable: string): Promise<'few' | 'many' | undefined> {
  const tables = Map.groupBy(new Map(columns.map((column) => [JSON.stringify(column), column])), ([, { table }]) =>
    table === 'features' ? featuresTable : table,
  );
  const searched = tables.size === 0 ? new Set<string>() : await searchedColumns(warehouse);
  for (const [table, ofTable] of tables) {
    const state = await tableState(warehouse, table);
    if (state === undefined || state.rows === 0) continue;
    for (const [key, column] of ofTable) {
      const signature = JSON.stringify(state);
      const large = state.rows > alwaysScanned;
      if (large && searched.has(`${key} ${signature}`)) continue;
      await addFolded(warehouse, oddTexts(table, column));
      // Only ever added here, so that several may ask at the same time; `forgetSearchedColumns` takes away what is old.
      if (large) await warehouse.run(sql`insert into folded_columns values (${key}, ${signature})`);
    }
  }
  const found = await warehouse.row<{ texts: number }>(sql`select count(*) as texts from folded_texts`);
  if (found === undefined || found.texts === 0) return undefined;
  if (found.texts > mostInVariable) return 'many';
  await warehouse.run(
    sql`set variable folded_texts = (select map(list(text), list(folded)) from (select text, min(folded) as folded from folded_texts group by text))`,
  );
  return 'few';
}

async function searchedColumns(warehouse: Warehouse): Promise<ReadonlySet<string>> {
  const rows = await warehouse.rows<{ column: string; signature: string }>(sql`select distinct "column", signature from folded_columns`);
  return new Set(rows.map(({ column, signature }) => `${column} ${signature}`));
}

/** Forgets which columns were searched in facts of other versions than this one. For whoever alone writes. */
export async function forgetSearchedColumns(warehouse: Warehouse, factsVersion: number): Promise<void> {
  await warehouse.run(sql`delete from folded_columns where json_extract_string(signature, '$.version') is distinct from ${String(factsVersion)}`);
}

/** The variable is searched from end to end for every text outside ASCII. */
const mostInVariable = 1000;

/** Small tables are scanned every time: quicker than to reason about whether they changed. */
const alwaysScanned = 50_000;

async function tableState(warehouse: Warehouse, table: string): Promise<{ readonly rows: number } | undefined> {
  const batches = ['orders', 'items', 'events', 'feedback'].includes(table);
  const newest = batches ? sql`max(batch)` : sql`null`;
  return warehouse.row<{ rows: number; newest: number | null; version: number | null }>(
    sql`select count(*) as rows, ${newest} as newest, (select max(value) from counters where name = 'facts_version') as version from ${ident(table)}`,
  );
}

function oddTexts(table: string, { column, property, list }: TextColumn): Fragment {
  if (list === true) return sql`select distinct x as text from (select unnest(${ident(column)}) as x from ${ident(table)}) where strlen(x) <> length(x)`;
  if (property === undefined)
    return sql`select distinct ${ident(column)} as text from ${ident(table)} where strlen(${ident(column)}) <> length(${ident(column)})`;
  const path = `/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const outside = sql`(strlen(properties) <> length(properties) or contains(properties, '\\u'))`;
  const json = sql`json_extract(properties, ${path})`;
  const texts = sql`unnest(case json_type(${json}) when 'ARRAY' then try_cast(${json} as varchar[]) else [json_extract_string(properties, ${path})] end)`;
  return sql`select distinct x as text from (select ${texts} as x from ${ident(table)} where ${outside}) where strlen(x) <> length(x)`;
}

/** Only those that the engine gets wrong are kept, so a shop full of umlauts keeps none. */
async function addFolded(warehouse: Warehouse, texts: Fragment): Promise<void> {
  const unknown = sql`select text, ${plainFolded(sql`text`)} as plain from (${texts}) anti join folded_texts using (text)`;
  const odd: (readonly [string, string])[] = [];
  await warehouse.chunks(unknown, ([text, plain], rows) => {
    for (let row = 0; row < rows; row += 1) {
      const value = String(text?.values[row]);
      const folded = fold(value);
      if (folded !== plain?.values[row]) odd.push([value, folded]);
    }
  });
  if (odd.length === 0) return;
  await warehouse.load(
    'folded_texts_found',
    [
      { name: 'text', type: 'VARCHAR' },
      { name: 'folded', type: 'VARCHAR' },
    ],
    odd,
  );
  await warehouse.run(sql`insert into folded_texts select text, folded from folded_texts_found`);
  await warehouse.run(sql`drop table folded_texts_found`);
}
