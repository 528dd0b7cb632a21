import type { Workspace } from '../../core/index.ts';
import type { AttributeWord, ValueType, Vocabulary } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { inferredType } from '../traits/types.ts';
import { featureWords } from './feature-words.ts';
import { standardWords, traitWords } from './trait-words.ts';

export type VocabularyRequest = { readonly workspace: Workspace; readonly segments: Vocabulary['segments'] };

/** What a segment may speak of in this workspace: every feature, every trait with data, the events and properties seen. */
export async function readVocabulary(warehouse: Warehouse, { workspace, segments }: VocabularyRequest): Promise<Vocabulary> {
  const features = featureWords(workspace.currency);
  const traits = await traitWords(warehouse, features, workspace.currency);
  const attributes = new Map<string, AttributeWord>([...traits, ...features].map((word) => [word.name, word]));
  return {
    attributes,
    events: await eventNames(warehouse),
    eventProperties: await eventProperties(warehouse),
    segments,
    currency: workspace.currency,
    standardWords,
  };
}

async function eventNames(warehouse: Warehouse): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ name: string }>(
    sql`select name from events where name is not null group by name order by count(*) desc, name limit 1000`,
  );
  return rows.map(({ name }) => name);
}

/** Keys of the JSON in `properties`, typed by the values of a bounded sample of events spread over the table. */
async function eventProperties(warehouse: Warehouse): Promise<ReadonlyMap<string, ValueType>> {
  await warehouse.run(
    sql`create or replace temp table event_sample as select properties from events where properties is not null and properties <> '{}' using sample 5000 rows (reservoir, 7)`,
  );
  const rows = await warehouse.rows<{ key: string; type: ValueType }>(sql`
    with pairs as (select unnest(json_keys(properties)) as key, properties from event_sample where json_valid(properties) and json_type(properties) = 'OBJECT'),
    valued as (select key, json_extract_string(properties, '$."' || replace(key, '"', '') || '"') as value from pairs where not contains(key, '"'))
    select key, ${inferredType(sql`value`)} as type from valued where value is not null and trim(value) <> '' group by key order by count(*) desc, key limit 500`);
  return new Map(rows.map(({ key, type }) => [key, type]));
}
