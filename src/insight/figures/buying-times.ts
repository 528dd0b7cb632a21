import type { BuyingTimes } from '../../contract/index.ts';
import { batchTimes, clockHour, isBatch, readBatchClocks } from '../../profiles/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';

type Row = { readonly weekday: number; readonly hour: number | null; readonly batch: boolean; readonly orders: number; readonly revenue: number };

const clocked = { clock: sql`local_at`, source: sql`l.source` };

/** Orders by weekday and hour on the workspace's clock; those whose clock time nobody told have a weekday and no hour. */
export async function buyingTimes({ warehouse, workspace, moment }: Omit<ReportContext, 'span'>): Promise<BuyingTimes> {
  const rows = await warehouse.rows<Row>(
    sql`with local as (select timezone(${workspace.zone}, timezone('UTC', ordered_at)) as local_at, source, total from orders where counts and not is_return and ordered_at <= ${timestamp(moment)})
        select isodow(local_at)::INTEGER as weekday, ${clockHour(clocked)} as hour, ${isBatch(clocked)} as batch, count(*)::INTEGER as orders, coalesce(sum(total), 0)::DOUBLE as revenue from local l group by all order by all`,
  );
  const cells = rows.flatMap(({ weekday, hour, orders, revenue }) => (hour === null ? [] : [{ weekday, hour, orders, revenue }]));
  const days = Array.from({ length: 7 }, (_, index) => {
    const here = rows.filter(({ weekday }) => weekday === index + 1);
    return { weekday: index + 1, orders: here.reduce((sum, row) => sum + row.orders, 0), revenue: here.reduce((sum, row) => sum + row.revenue, 0) };
  });
  const total = (of: readonly Row[]): number => of.reduce((sum, { orders }) => sum + orders, 0);
  const untimed = total(rows.filter(({ hour, batch }) => hour === null && !batch));
  const inBatches = total(rows.filter(({ batch }) => batch));
  const clocks = inBatches === 0 ? [] : (await readBatchClocks(warehouse)).filter(({ name }) => name === null);
  // Dates that came with another zone's midnight all fall on one or two hours.
  return { hours: new Set(cells.map((cell) => cell.hour)).size > 2, cells, days, untimed, batches: { orders: inBatches, at: batchTimes(clocks) } };
}
