import type { BuyingTimes } from '../../contract/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';

/** Orders by weekday and hour on the workspace's clock. */
export async function buyingTimes({ warehouse, workspace, moment }: ReportContext): Promise<BuyingTimes> {
  const cells = await warehouse.rows<BuyingTimes['cells'][number]>(
    sql`with local as (select timezone(${workspace.zone}, timezone('UTC', ordered_at)) as local_at, total from orders where counts and not is_return and ordered_at <= ${timestamp(moment)})
        select isodow(local_at)::INTEGER as weekday, hour(local_at)::INTEGER as hour, count(*)::INTEGER as orders, coalesce(sum(total), 0)::DOUBLE as revenue from local group by all order by all`,
  );
  // Dates without clock times all fall on one hour.
  return { hours: new Set(cells.map((cell) => cell.hour)).size > 2, cells };
}
