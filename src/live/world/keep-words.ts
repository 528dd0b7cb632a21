import type { Vocabulary } from '../../language/index.ts';
import { keepVocabulary } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Words of the segment language that live data brought for the first time: events that were never seen, traits that nobody had. True where there were any. */
export async function keepWords(warehouse: Warehouse, vocabulary: Vocabulary, events: ReadonlySet<string>): Promise<boolean> {
  const columns = new Set([...vocabulary.attributes.values()].filter(({ table }) => table === 'attributes').map(({ column }) => column));
  const traits = await warehouse.rows<{ column: string }>(sql`select "column" from trait_columns`);
  const isNew = bringsWords(vocabulary, events) || traits.some(({ column }) => !columns.has(column));
  if (isNew) await keepVocabulary(warehouse);
  return isNew;
}

/** They are looked at once more. */
export const queueAgain = (warehouse: Warehouse, profiles: readonly number[]): Promise<unknown> =>
  warehouse.run(sql`insert into live_queue select unnest(cast(${JSON.stringify(profiles)} as integer[])), false, null::TIMESTAMP`);

/** As many names of events as the vocabulary holds; where somebody puts numbers into them, one more is no news. */
const mostNames = 1000;

/** Whether some of these events were never seen. */
export function bringsWords({ events: seen }: Vocabulary, events: ReadonlySet<string>): boolean {
  const known = new Set(seen);
  return seen.length < mostNames && [...events].some((name) => !known.has(name));
}
