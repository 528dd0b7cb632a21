import type { RfmCell, RfmGroup, RfmMap } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';

/** The RFM map: cells of recency by frequency, and the named groups, most money first. */
export async function rfmMap({ warehouse }: ReportContext): Promise<RfmMap> {
  const cells = await warehouse.rows<RfmCell>(
    sql`select rfm_r as r, rfm_f as f, min(rfm_segment) as segment, count(*)::INTEGER as customers, sum(total_spent)::DOUBLE as spent
        from insight_features where rfm_r is not null group by rfm_r, rfm_f order by rfm_r desc, rfm_f`,
  );
  const groups = await warehouse.rows<RfmGroup>(
    sql`select rfm_segment as segment, count(*)::INTEGER as customers, sum(total_spent)::DOUBLE as spent, avg(orders_count) as orders,
          median(days_since_last_order) as "daysSince"
        from insight_features where rfm_segment is not null group by rfm_segment order by spent desc, segment`,
  );
  return { cells, groups };
}
