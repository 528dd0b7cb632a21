import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { LineJumps } from './survey.ts';

/** Physical lines, from the engine's row ids (dense and in file order in a table just filled) and the few places where the distance changes. */
export async function numberLines(warehouse: Warehouse, table: string, jumps: LineJumps): Promise<void> {
  const first = sql`(select min(rowid) from ${ident(table)})`;
  const [only] = jumps;
  if (jumps.length <= 1) {
    await warehouse.run(sql`update ${ident(table)} set line = rowid - ${first} + ${only?.shift ?? 1}`);
    return;
  }
  const lookup = `${table}_jumps`;
  await warehouse.load(
    lookup,
    [
      { name: 'record', type: 'BIGINT' },
      { name: 'shift', type: 'BIGINT' },
    ],
    jumps.map((jump) => [jump.record, jump.shift]),
  );
  await warehouse.run(sql`
    update ${ident(table)} set line = placed.line
    from (
      select numbered.id, numbered.record + jump.shift as line
      from (select rowid as id, rowid - ${first} as record from ${ident(table)}) as numbered
      asof join ${ident(lookup)} as jump on numbered.record >= jump.record
    ) as placed
    where ${ident(table)}.rowid = placed.id`);
  await warehouse.run(sql`drop table ${ident(lookup)}`);
}
