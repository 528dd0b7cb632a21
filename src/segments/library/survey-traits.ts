import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Counted, SurveyedTrait } from './survey.ts';

const mostWords = 120;

/** Fill, frequent values and quantiles of every word of the vocabulary that somebody has. */
export async function surveyTraits(warehouse: Warehouse, vocabulary: Vocabulary, customers: number): Promise<ReadonlyMap<string, SurveyedTrait>> {
  const words = [...new Map([...vocabulary.attributes.values()].map((word) => [word.name, word])).values()].slice(0, mostWords);
  const found = new Map<string, SurveyedTrait>();
  for (const table of ['attributes', 'features'] as const) {
    const here = words.filter((word) => word.table === table);
    const filled = await fills(warehouse, table, here);
    for (const [index, word] of here.entries()) {
      const count = filled[index] ?? 0;
      if (count > 0) found.set(word.name, await surveyTrait(warehouse, word, count / Math.max(1, customers)));
    }
  }
  return found;
}

async function fills(warehouse: Warehouse, table: string, words: readonly AttributeWord[]): Promise<readonly number[]> {
  if (words.length === 0) return [];
  const counts = words.map((word, index) => sql`count(${ident(word.column)})::INTEGER as ${ident(`n${index}`)}`);
  const row = await warehouse.row<Record<string, number>>(sql`select ${join(counts)} from ${ident(table)}`);
  return words.map((_, index) => row?.[`n${index}`] ?? 0);
}

async function surveyTrait(warehouse: Warehouse, word: AttributeWord, filled: number): Promise<SurveyedTrait> {
  const { name, label, type } = word;
  const common = { name, label, type, filled, values: [], distinct: 0, quantiles: undefined } as const;
  switch (type) {
    case 'text':
    case 'boolean':
    case 'list': {
      const { values, distinct } = await frequentValues(warehouse, word);
      return { ...common, values, distinct };
    }
    case 'number':
      return { ...common, quantiles: await quantiles(warehouse, word) };
    case 'date':
    case 'instant':
      return common;
  }
}

async function frequentValues(warehouse: Warehouse, word: AttributeWord): Promise<{ readonly values: readonly Counted[]; readonly distinct: number }> {
  const value: Fragment = word.type === 'list' ? sql`unnest(list_distinct(${ident(word.column)}))` : sql`${ident(word.column)}::VARCHAR`;
  const rows = await warehouse.rows<Counted & { distinct: number }>(
    sql`with given as (select ${value} as value from ${ident(word.table)} where ${ident(word.column)} is not null)
        select value, count(*)::INTEGER as customers, (count(*) over ())::INTEGER as "distinct" from given
        where trim(value) <> '' and length(value) <= 60 group by value order by customers desc, value limit 30`,
  );
  return { values: rows.map(({ value, customers }) => ({ value, customers })), distinct: rows[0]?.distinct ?? 0 };
}

async function quantiles(warehouse: Warehouse, word: AttributeWord): Promise<SurveyedTrait['quantiles']> {
  const column = sql`${ident(word.column)}::DOUBLE`;
  const row = await warehouse.row<{ low: number | null; middle: number | null; high: number | null }>(
    sql`select quantile_cont(${column}, 0.2) as low, quantile_cont(${column}, 0.5) as middle, quantile_cont(${column}, 0.8) as high from ${ident(word.table)}`,
  );
  if (row === undefined || row.low === null || row.middle === null || row.high === null) return undefined;
  return [row.low, row.middle, row.high];
}
