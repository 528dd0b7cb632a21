import type { AttributeWord, ValueType } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Traits that approved models filled at the last refresh; their columns lie in `features`. */
export async function predictedWords(warehouse: Warehouse): Promise<readonly AttributeWord[]> {
  const rows = await warehouse.rows<{
    name: string;
    label: string;
    column: string;
    type: ValueType;
    unit: string | null;
    values: readonly string[] | null;
  }>(sql`select name, label, "column", type, unit, "values" from prediction_words order by model, place`);
  return rows.map(({ name, label, column, type, unit, values }) => ({
    name,
    label,
    type,
    table: 'features',
    column,
    aliases: [label],
    ...(unit === null ? {} : { unit }),
    ...(values === null ? {} : { values }),
  }));
}
