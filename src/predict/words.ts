import { sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { PredictedTrait } from './value/words.ts';

/** Tells the language which traits a model fills; replaces what it told before. */
export async function writeWords(warehouse: Warehouse, model: string, traits: readonly PredictedTrait[]): Promise<void> {
  await warehouse.run(sql`delete from prediction_words where model = ${model}`);
  for (const [place, { name, label, column, type, unit, values }] of traits.entries()) {
    await warehouse.run(sql`insert into prediction_words values (${model}, ${place}, ${name}, ${label}, ${column}, ${type}, ${unit ?? null},
      ${values === undefined ? sql`null` : sql`(from (select from_json(${JSON.stringify(values)}, '["VARCHAR"]')))`})`);
  }
}

/** Models that no longer act lose their words. */
export async function forgetWords(warehouse: Warehouse, acting: readonly string[]): Promise<void> {
  const known = await warehouse.rows<{ model: string }>(sql`select distinct model from prediction_words`);
  for (const { model } of known) if (!acting.includes(model)) await warehouse.run(sql`delete from prediction_words where model = ${model}`);
}
