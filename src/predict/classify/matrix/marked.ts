import type { Instant } from '../../../core/index.ts';
import type { AttributeWord } from '../../../language/index.ts';
import { ident, join, sql, timestamp } from '../../../sql/index.ts';
import type { FeatureColumn, FeatureTable } from '../../../stats/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Shop } from '../task.ts';

const dayMs = 86_400_000;

/**
 * What the owner marked for the audit, a row for each of these profiles. As it is known today, whenever that was learned: nothing is learned from it, so nothing of a later day can leak, and most lists of
 * customers do not say since when somebody is a woman. Dates are whole years before the moment (a birthday is an age).
 */
export async function readMarked(warehouse: Warehouse, { vocabulary, leaveOut }: Shop, profiles: Int32Array, asOf: Instant): Promise<FeatureTable> {
  const words = [...vocabulary.attributes.values()].filter(({ name, type }) => leaveOut?.has(name) === true && type !== 'list');
  if (words.length === 0) return { rows: profiles.length, columns: [] };
  const found = words.map(() => new Map<number, string>());
  const values = words.map(({ table, column, type }) => {
    const own = sql`${ident(table === 'features' ? 'f' : 'a')}.${ident(column)}`;
    return type === 'date' || type === 'instant'
      ? sql`date_diff('day', try_cast(${own} as TIMESTAMP), ${timestamp(asOf)})::VARCHAR`
      : sql`nullif(trim((${own})::VARCHAR), '')`;
  });
  await warehouse.chunks(sql`select f.profile, ${join(values)} from features f left join attributes a using (profile)`, (columns, rows) => {
    for (let row = 0; row < rows; row += 1)
      found.forEach((own, place) => {
        const value = columns[place + 1]?.values[row];
        if (typeof value === 'string') own.set(Number(columns[0]?.values[row]), value);
      });
  });
  return { rows: profiles.length, columns: words.map((word, place) => columnOf(word, profiles, found[place] ?? new Map())) };
}

function columnOf({ name, type }: AttributeWord, profiles: Int32Array, values: ReadonlyMap<number, string>): FeatureColumn {
  if (type === 'text' || type === 'boolean') {
    const levels = [...new Set(values.values())].toSorted();
    const places = new Map(levels.map((level, place) => [level, place]));
    return { kind: 'category', name, codes: Int32Array.from(profiles, (profile) => places.get(values.get(profile) ?? '') ?? -1), levels };
  }
  const numberOf = (text: string | undefined): number => (text === undefined ? Number.NaN : Number(text));
  const isDate = type === 'date' || type === 'instant';
  return {
    kind: 'number',
    name,
    values: Float64Array.from(profiles, (profile) => {
      const value = numberOf(values.get(profile));
      return isDate ? Math.floor((value * dayMs) / (365.25 * dayMs)) : value;
    }),
  };
}
