import { sql } from '../../sql/index.ts';
import { counter, type Warehouse } from '../../warehouse/index.ts';
import { type Observations, observe } from './observe.ts';

/** Looks through traits and events once for all who ask while the facts stay as they are. Part of a refresh: attributes must be those of the facts. */
export async function keepVocabulary(warehouse: Warehouse): Promise<void> {
  const found = await observe(warehouse);
  await warehouse.run(sql`delete from kept_vocabulary`);
  await warehouse.run(sql`insert into kept_vocabulary select value, ${JSON.stringify(found)} from counters where name = 'facts_version'`);
}

/** What was kept, undefined where the facts have changed since. */
export async function keptObservations(warehouse: Warehouse): Promise<Observations | undefined> {
  const row = await warehouse.row<{ facts: number; content: string }>(sql`select facts_version as facts, content from kept_vocabulary limit 1`);
  if (row === undefined || row.facts !== (await counter(warehouse, 'facts_version'))) return undefined;
  return JSON.parse(row.content) as Observations;
}
