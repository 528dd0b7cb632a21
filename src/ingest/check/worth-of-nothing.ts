import type { ImportReport } from '../../contract/index.ts';
import { countOf } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from './check-rows.ts';
import { quantityOfNothing } from './faults.ts';

/** What lines of a quantity of 0 were worth that were rejected, where a column says it: their orders are called incomplete, and mostly lack no money. */
export async function worthOfNothing(warehouse: Warehouse, checked: Checked, rejects: ImportReport['rejects'], currency: string): Promise<readonly string[]> {
  const amount = checked.fields.get('line_total');
  const reject = checked.rejections.findIndex(({ reason }) => reason === quantityOfNothing) + 1;
  if (amount === undefined || !rejects.some(({ reason }) => reason === quantityOfNothing)) return [];
  const worth = ident(amount.column);
  const found = await warehouse.row<{ n: number; known: number; free: number; total: number | null }>(sql`
    select count(*) as n, count(${worth}) as known, count(*) filter (${worth} = 0) as free, sum(${worth})::DOUBLE as total from ingest_checked where reject = ${reject}`);
  if (found === undefined || found.n === 0 || found.known < found.n) return [];
  const rows = `${countOf(found.n, 'rejected row')} with a quantity of 0`;
  if (found.free === found.n)
    return [`${rows} ${found.n === 1 ? 'is' : 'are'} worth nothing: no order lacks money for want of ${found.n === 1 ? 'it' : 'them'}.`];
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(found.total ?? 0);
  return [`${rows} ${found.n === 1 ? 'is' : 'are'} worth ${money} in all (${countOf(found.free, 'row')} nothing): their orders lack no more money than that.`];
}
