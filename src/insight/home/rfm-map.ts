import type { RfmMapAnswer } from '../../contract/schemas.ts';
import { sql } from '../../sql/index.ts';
import { all, attribute, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { counted, share } from '../report/words.ts';

type Sums = { readonly people: number; readonly revenue: number; readonly orders: number; readonly quiet: number | null };
type Cell = Sums & { readonly recency: number; readonly across: number; readonly names: readonly string[] };

/** The customers who ordered on a grid of 5 × 5: how lately, by how often or by how much. One pass over the features for cells, one for groups. */
export async function rfmMap({ warehouse, features, asOf, words }: InsightContext, across: 'frequency' | 'monetary'): Promise<RfmMapAnswer> {
  const sums = sql`count(*)::INTEGER as people, sum(total_spent)::DOUBLE as revenue, sum(orders_count)::INTEGER as orders, median(days_since_last_order) as quiet`;
  const other = across === 'frequency' ? sql`rfm_f` : sql`rfm_m`;
  const found = await warehouse.rows<Cell>(sql`
    select rfm_r as recency, ${other} as across, ${sums}, list(distinct rfm_segment) filter (rfm_segment is not null) as names
    from ${features} where rfm_r is not null group by rfm_r, ${other}`);
  const groups = await warehouse.rows<Sums & { name: string }>(sql`
    select rfm_segment as name, ${sums} from ${features} where rfm_segment is not null group by rfm_segment order by revenue desc, name`);
  const buyers = found.reduce((sum, { people }) => sum + people, 0);
  const revenue = found.reduce((sum, cell) => sum + cell.revenue, 0);
  return {
    as_of: asOf,
    sentence: sentenceOf(groups, buyers, revenue, words.money),
    how: 'Scores 1 to 5 by fifths among all customers who ordered: completed days since the last order, number of orders, total spent; equal values share a score.',
    across,
    buyers,
    cells: grid(found, across, buyers),
    groups: groups.map(({ name, people, revenue: brought, quiet }) => ({
      name,
      revenue: brought,
      share: ratio(people, buyers),
      revenue_share: ratio(brought, revenue),
      median_days_quiet: quiet,
      people,
      expression: text(attribute('rfm.segment', '=', name)),
    })),
  };
}

const fifths = [1, 2, 3, 4, 5] as const;

function grid(found: readonly Cell[], across: 'frequency' | 'monetary', buyers: number): RfmMapAnswer['cells'] {
  const at = new Map(found.map((cell) => [`${cell.recency} ${cell.across}`, cell]));
  const score = across === 'frequency' ? 'rfm.f' : 'rfm.m';
  return fifths.toReversed().flatMap((recency) =>
    fifths.map((other) => {
      const cell = at.get(`${recency} ${other}`);
      const [name] = cell?.names ?? [];
      return {
        recency,
        across: other,
        group: cell?.names.length === 1 ? (name ?? null) : null,
        revenue: cell?.revenue ?? 0,
        orders: cell?.orders ?? 0,
        share: ratio(cell?.people ?? 0, buyers),
        median_days_quiet: cell?.quiet ?? null,
        people: cell?.people ?? 0,
        expression: text(all(attribute('rfm.r', '=', recency), attribute(score, '=', other))),
      };
    }),
  );
}

function sentenceOf(groups: readonly (Sums & { readonly name: string })[], buyers: number, revenue: number, money: (amount: number) => string): string {
  const [first] = groups;
  if (first === undefined || revenue <= 0) return 'Nobody has ordered yet, so there is no map to draw.';
  return `${share(first.revenue / revenue)} of what ${counted(buyers, 'customer')} spent comes from the ${counted(first.people, 'customer')} in ${first.name}: ${money(Math.round(first.revenue))}.`;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
