import { type FactSource, factTexts, type Vocabulary } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** The texts that a field of a kind of fact holds, the most frequent first, at most `most`; none where nearly every fact has one of its own. */
export async function factValues(warehouse: Warehouse, source: FactSource, field: string, vocabulary: Vocabulary, most: number): Promise<readonly string[]> {
  const texts = factTexts(source, field, vocabulary);
  if (texts === undefined) return [];
  const found = await warehouse.rows<{ value: string; different: number; filled: number }>(sql`
    with each_value as (select ${texts.text} as value, count(*) as facts ${texts.from} group by 1)
    select value, count(*) over () as different, (sum(facts) over ())::BIGINT as filled from each_value where trim(value) <> '' order by facts desc, value limit ${most}`);
  const [first] = found;
  // Order numbers, notes and the like: a list of them helps nobody.
  if (first === undefined || (first.different > 1000 && first.different > first.filled / 2)) return [];
  return found.map(({ value }) => value);
}
