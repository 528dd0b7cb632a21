import type { Concentration } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';

type Sums = { readonly customers: number; readonly total: number; readonly weighted: number; readonly half: number };

/**
 * How revenue is spread over those who ordered: Lorenz curve at every percent, Gini coefficient, share of the top fifth.
 * Net spending below zero (more returned than bought) counts as zero, else the curve would not be one.
 * Gini as Σ(2i − n − 1)x / (n Σx) over spending sorted upwards (Dixon et al., Ecology 68, 1987, without the small-sample factor).
 */
export async function concentration({ warehouse }: ReportContext): Promise<Concentration | null> {
  const ranked = sql`select spent, row_number() over (order by spent) as place, count(*) over () as n, sum(spent) over (order by spent rows unbounded preceding) as reached,
      sum(spent) over () as total from (select greatest(total_spent, 0)::DOUBLE as spent from insight_features where orders_count > 0)`;
  const sums = await warehouse.row<Sums>(
    sql`select count(*)::INTEGER as customers, coalesce(sum(spent), 0) as total, coalesce(sum((2 * place - n - 1) * spent), 0) as weighted,
          coalesce(min(n - place + 1) filter (total - reached + spent >= total / 2), 0)::INTEGER as half from (${ranked})`,
  );
  if (sums === undefined || sums.customers < 5 || sums.total <= 0) return null;
  const points = await warehouse.rows<{ customers: number; revenue: number }>(
    sql`select place::DOUBLE / n as customers, least(1, reached / total) as revenue from (${ranked})
        where place = n or floor(place * 100.0 / n) > floor((place - 1) * 100.0 / n) order by place`,
  );
  const top20 = await warehouse.row<{ top: number }>(sql`select sum(spent) / min(total) as top from (${ranked}) where n - place < ceil(n * 0.2)`);
  return {
    customers: sums.customers,
    total: sums.total,
    gini: sums.weighted / (sums.customers * sums.total),
    top20: top20?.top ?? 1,
    halfFrom: sums.half / sums.customers,
    curve: [{ customers: 0, revenue: 0 }, ...points],
  };
}
