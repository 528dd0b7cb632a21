import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { has } from './fields.ts';

/** Statuses that are told, the commonest first. */
const most = 12;

/** How the words of the status column were read: which orders count, which were given back in full, which never became sales. Nothing where all simply count. */
export async function statusWarnings(warehouse: Warehouse, checked: Checked): Promise<readonly string[]> {
  if (!has(checked, 'status')) return [];
  const rows = await warehouse.rows<{ status: string; reading: 'counts' | 'was refunded in full' | 'does not count'; n: number }>(sql`
    select any_value(status) as status, case when not stands then 'does not count' when all_refunded then 'was refunded in full' else 'counts' end as reading, count(*) as n
    from ingest_orders where status is not null and not is_return group by lower(status), reading order by n desc, status, reading`);
  if (rows.every(({ reading }) => reading === 'counts')) return [];
  const told = rows.slice(0, most).map(({ status, reading, n }) => `"${status}" ${reading} (${new Intl.NumberFormat('en-GB').format(n)})`);
  return [`How "${checked.fields.get('status')?.header ?? 'status'}" was read: ${told.join(', ')}${rows.length > most ? ', and others' : ''}.`];
}
