import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from './check-rows.ts';

/** Countries that could not be told; they are kept as written. */
export async function countryWarnings(warehouse: Warehouse, checked: Checked): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const field of checked.fields.values()) {
    if (field.type !== 'country') continue;
    const value = ident(field.column);
    const found = await warehouse.rows<{ name: string; n: number }>(sql`
      select ${value} as name, count(*) as n from ingest_checked where reject is null and ${value} is not null
      group by 1 having not regexp_full_match(${value}, '[A-Z]{2}') order by n desc, 1 limit 5`);
    if (found.length === 0) continue;
    const names = found.map(({ name, n }) => `"${name.slice(0, 40)}" (${n})`).join(', ');
    warnings.push(
      `Countries in "${field.header}" that are not known and stay as written: ${names}${found.length === 5 ? ' …' : ''}. Correct them, or use ISO codes such as GB.`,
    );
  }
  return warnings;
}
