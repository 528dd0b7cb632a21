import { fold, plainFolded, type TextColumn } from '../../language/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * DuckDB can not do NFKC. Texts for which its `lower(trim(x))` is not what the language means are kept in `folded_texts`; they are
 * found among the distinct texts outside ASCII (where bytes and characters differ in number), once per column and state of the facts.
 * Returns whether there are few or many such texts, undefined for none; few are also put into the session's variable `folded_texts`.
 */
export async function refreshFoldedTexts(
  warehouse: Warehouse,
  columns: readonly TextColumn[],
  { featuresTable, few }: { readonly featuresTable: string; readonly few: boolean },
): Promise<'few' | 'many' | undefined> {
  const distinct = new Map(columns.map((column) => [JSON.stringify(column), column]));
  const tableOf = ({ table }: TextColumn): string => (table === 'features' ? featuresTable : table);
  const kept = few
    ? await keptWithThoseOfFew(
        warehouse,
        [...distinct.values()].map((column) => oddTexts(tableOf(column), column)),
      )
    : await keptWithThoseOfAll(
        warehouse,
        Map.groupBy(distinct, ([, column]) => tableOf(column)),
      );
  if (kept === 0) return undefined;
  if (kept > mostInVariable) return 'many';
  await warehouse.run(
    sql`set variable folded_texts = (select map(list(text), list(folded)) from (select text, min(folded) as folded from folded_texts group by text))`,
  );
  return 'few';
}

/** How many texts are kept once those of a few rows are: all columns in one statement. */
async function keptWithThoseOfFew(warehouse: Warehouse, texts: readonly Fragment[]): Promise<number> {
  if (texts.length === 0) return (await warehouse.row<{ kept: number }>(sql`select count(*) as kept from folded_texts`))?.kept ?? 0;
  const unknown = sql`select distinct text, ${plainFolded(sql`text`)} as plain from (${join(texts, ' union all ')}) anti join folded_texts using (text)`;
  const found = await warehouse.rows<{ kept: number; text: string | null; plain: string | null }>(
    sql`select k.kept, u.text, u.plain from (select count(*) as kept from folded_texts) k left join (${unknown}) u on true`,
  );
  const odd = found.flatMap(({ text, plain }) => (text === null || fold(text) === plain ? [] : [[text, fold(text)] as const]));
  await keepFolded(warehouse, odd);
  return (found[0]?.kept ?? 0) + odd.length;
}

/** The same of whole tables, each column of which is searched once per state of the facts. */
async function keptWithThoseOfAll(warehouse: Warehouse, tables: ReadonlyMap<string, readonly (readonly [string, TextColumn])[]>): Promise<number> {
  const before = await readState(warehouse, [...tables.keys()]);
  let { texts } = before;
  for (const [table, ofTable] of tables) {
    const rows = before.rows.get(table) ?? 0;
    const signature = JSON.stringify({ rows, version: before.version });
    const large = rows > alwaysScanned;
    for (const [key, column] of ofTable) {
      if (rows === 0 || (large && before.searched.has(`${key} ${signature}`))) continue;
      texts += await addFolded(warehouse, oddTexts(table, column));
      // Only ever added here, so that several may ask at the same time; `forgetSearchedColumns` takes away what is old.
      if (large) await warehouse.run(sql`insert into folded_columns values (${key}, ${signature})`);
    }
  }
  return texts;
}

type State = {
  /** Of the facts. */
  readonly version: number | null;
  /** How many texts are kept. */
  readonly texts: number;
  /** Columns that were searched, each with what the facts were like. */
  readonly searched: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, number>;
};

/** This is asked before every question: in one statement, and without gathering a list in the engine, which takes it longer than all else here. */
async function readState(warehouse: Warehouse, tables: readonly string[]): Promise<State> {
  const number = (name: string, count: Fragment): Fragment => sql`select ${name} as name, cast((${count}) as bigint) as number`;
  const found = await warehouse.rows<{ name: string; number: number | null }>(sql`
    ${number('version', sql`select max(value) from counters where name = 'facts_version'`)}
    union all ${number('texts', sql`select count(*) from folded_texts`)}${join(
      tables.map((table) => sql` union all ${number(`rows of ${table}`, sql`select count(*) from ${ident(table)}`)}`),
      '',
    )}
    union all select "column" || ' ' || signature, null from folded_columns`);
  const numbers = new Map(found.map(({ name, number: value }) => [name, value]));
  return {
    version: numbers.get('version') ?? null,
    texts: numbers.get('texts') ?? 0,
    searched: new Set(found.map(({ name }) => name)),
    rows: new Map(tables.map((table) => [table, numbers.get(`rows of ${table}`) ?? 0])),
  };
}

/** Forgets which columns were searched in facts of other versions than this one. For whoever alone writes. */
export async function forgetSearchedColumns(warehouse: Warehouse, factsVersion: number): Promise<void> {
  await warehouse.run(sql`delete from folded_columns where json_extract_string(signature, '$.version') is distinct from ${String(factsVersion)}`);
}

/** The variable is searched from end to end for every text outside ASCII. */
const mostInVariable = 1000;

/** Small tables are scanned every time: quicker than to reason about whether they changed. */
const alwaysScanned = 50_000;

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

/** Only those that the engine gets wrong are kept, so a shop full of umlauts keeps none. Returns how many were new. */
async function addFolded(warehouse: Warehouse, texts: Fragment): Promise<number> {
  const unknown = sql`select text, ${plainFolded(sql`text`)} as plain from (${texts}) anti join folded_texts using (text)`;
  const odd: (readonly [string, string])[] = [];
  await warehouse.chunks(unknown, ([text, plain], rows) => {
    for (let row = 0; row < rows; row += 1) {
      const value = String(text?.values[row]);
      const folded = fold(value);
      if (folded !== plain?.values[row]) odd.push([value, folded]);
    }
  });
  await keepFolded(warehouse, odd);
  return odd.length;
}

async function keepFolded(warehouse: Warehouse, odd: readonly (readonly [string, string])[]): Promise<void> {
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
