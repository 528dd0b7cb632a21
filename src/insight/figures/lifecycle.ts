import type { LifecycleStage } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';

const usualOrder = ['prospect', 'new', 'active', 'loyal', 'occasional', 'at risk', 'churned'];

/** Customers and money per lifecycle stage, in the order of a customer's life; stages of the shop's own come last. */
export async function lifecycleSplit({ warehouse }: ReportContext): Promise<readonly LifecycleStage[]> {
  const rows = await warehouse.rows<LifecycleStage>(
    sql`select lifecycle as stage, count(*)::INTEGER as customers, sum(total_spent)::DOUBLE as spent, sum(spent_last_12_months)::DOUBLE as "spentLast12Months"
        from insight_features where lifecycle is not null group by lifecycle order by lifecycle`,
  );
  return [...rows].sort((a, b) => placeOfStage(a.stage) - placeOfStage(b.stage));
}

/** Where a stage stands in a customer's life, from 0. */
export function placeOfStage(stage: string): number {
  const at = usualOrder.indexOf(stage.toLowerCase());
  return at < 0 ? usualOrder.length : at;
}
