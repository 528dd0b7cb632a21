import type { ImportReport, Mapping, StatusReading } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { has } from './fields.ts';
import { plainStatus, readAs } from './statuses.ts';

/** Statuses that are told, the commonest first. */
const most = 12;

/** How the words of the status column were read: which orders count, which were given back in full, which never became sales. Undefined without such a column. */
export async function readStatuses(warehouse: Warehouse, checked: Checked, mapping: Mapping): Promise<ImportReport['statuses']> {
  if (!has(checked, 'status')) return undefined;
  const status = plainStatus(sql`status`);
  const words = await warehouse.rows<{ word: string; orders: number; reading: StatusReading }>(sql`
    select left(any_value(status), 200) as word, count(*) as orders,
      case when any_value(${readAs(mapping, 'void', status)}) then 'void' when any_value(${readAs(mapping, 'refunded', status)}) then 'refunded' else 'counts' end as reading
    from ingest_orders where status is not null and not is_return group by lower(status) order by orders desc, word`);
  if (words.length === 0) return undefined;
  const column = checked.fields.get('status')?.header ?? 'status';
  return { column, warning: await warningOf(warehouse, column), words: words.slice(0, most), further: Math.max(0, words.length - most) };
}

/** What became of the orders, which a date of cancelling or an amount given back decides as well. Null where all simply count. */
async function warningOf(warehouse: Warehouse, column: string): Promise<string | null> {
  const rows = await warehouse.rows<{ status: string; reading: 'counts' | 'was refunded in full' | 'does not count'; n: number }>(sql`
    select any_value(status) as status, case when not stands then 'does not count' when all_refunded then 'was refunded in full' else 'counts' end as reading, count(*) as n
    from ingest_orders where status is not null and not is_return group by lower(status), reading order by n desc, status, reading`);
  if (rows.every(({ reading }) => reading === 'counts')) return null;
  const told = rows.slice(0, most).map(({ status, reading, n }) => `"${status}" ${reading} (${new Intl.NumberFormat('en-GB').format(n)})`);
  return `How "${column}" was read: ${told.join(', ')}${rows.length > most ? ', and others' : ''}.`;
}
