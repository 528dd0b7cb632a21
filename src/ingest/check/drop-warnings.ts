import type { Staged } from '../../contract/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from './check-rows.ts';

/** One sentence per reason for which cells (not rows) were left out, with an example, by its place in `checked.drops`. */
export async function dropWarnings(warehouse: Warehouse, staged: Staged, checked: Checked): Promise<ReadonlyMap<number, string>> {
  const warnings = new Map<number, string>();
  if (checked.drops.length === 0) return warnings;
  const bit = (index: number) => sql`(dropped // ${2n ** BigInt(index)}) % 2 = 1`;
  const counts = checked.drops.flatMap((_, index) => [
    sql`count(*) filter (${bit(index)}) as ${ident(`n${index}`)}`,
    sql`min(line) filter (${bit(index)}) as ${ident(`l${index}`)}`,
  ]);
  const found = await warehouse.row<Record<string, number | null>>(sql`select ${join(counts)} from ingest_checked where dropped > 0 and reject is null`);
  for (const [index, drop] of checked.drops.entries()) {
    const count = found?.[`n${index}`] ?? 0;
    const line = found?.[`l${index}`];
    if (count === 0 || line === null || line === undefined) continue;
    const cells = drop.field.sources.map((source) => ident(`c${source.index}`));
    const example =
      cells.length === 0
        ? undefined
        : await warehouse.row<{ text: string | null }>(
            sql`select concat_ws(' ', ${join(cells)}) as text from ${ident(staged.table)} where line = ${line} limit 1`,
          );
    const shown = `"${(example?.text ?? '').trim().slice(0, 80)}" on line ${line}`;
    const left =
      count === 1
        ? `One cell of "${drop.field.header}" is ${drop.reason} and was left out (${shown}).`
        : `${count} cells of "${drop.field.header}" are ${drop.reason} and were left out (for instance ${shown}).`;
    warnings.set(index, `${left} ${drop.fix}`);
  }
  return warnings;
}
