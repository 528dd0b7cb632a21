import type { Instant, Workspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { elapsedDays, momentAt } from './moment.ts';
import { orderFeatures } from './orders.ts';
import { rfmScores, rfmSegment } from './rfm.ts';
import type { FeatureSettings } from './settings.ts';

/** Features that one pass over the orders gives, by their names in the language. */
export const orderScoreNames: ReadonlySet<string> = new Set([
  'first_order_at',
  'last_order_at',
  'orders_count',
  'total_spent',
  'average_order_value',
  'days_since_last_order',
  'days_since_first_order',
  'returns_count',
  'return_share',
  'discount_share',
  'spent_last_12_months',
  'orders_last_12_months',
  'rfm.r',
  'rfm.f',
  'rfm.m',
  'rfm.score',
  'rfm.segment',
  'value_tier',
]);

export type OrderScoreRequest = { readonly asOf: Instant; readonly workspace: Workspace; readonly table: string; readonly settings?: FeatureSettings };

/**
 * The features of `orderScoreNames` as of an instant, as `refreshFeatures` computes them, in a temporary table with an empty `lifecycle`:
 * for looking at another moment where nothing else is asked, at a small part of the cost.
 */
export async function refreshOrderScores(warehouse: Warehouse, { asOf, workspace, table, settings = {} }: OrderScoreRequest): Promise<void> {
  const moment = momentAt(asOf, workspace);
  await warehouse.run(sql`create or replace temp table order_score_base as
    select p.profile, o.* exclude (profile, orders_count, total_spent), coalesce(o.orders_count, 0)::INTEGER as orders_count, coalesce(o.total_spent, 0) as total_spent,
      ${elapsedDays(sql`o.last_order_at`, moment.asOf)} as days_since_last_order, ${elapsedDays(sql`o.first_order_at`, moment.asOf)} as days_since_first_order
    from profiles p left join (${orderFeatures(moment)}) o using (profile)`);
  await warehouse.run(sql`create or replace temp table ${ident(table)} as
    select b.profile, ${moment.asOf} as as_of, b.first_order_at, b.last_order_at, b.orders_count, b.total_spent::DECIMAL(18,4) as total_spent, b.average_order_value,
      b.days_since_last_order, b.days_since_first_order, coalesce(b.returns_count, 0)::INTEGER as returns_count, b.return_share, b.discount_share,
      coalesce(b.spent_last_12_months, 0)::DECIMAL(18,4) as spent_last_12_months, coalesce(b.orders_last_12_months, 0)::INTEGER as orders_last_12_months,
      s.rfm_r, s.rfm_f, s.rfm_m, s.rfm_r || '' || s.rfm_f || s.rfm_m as rfm_score, ${rfmSegment(settings.rfm?.groups)} as rfm_segment,
      s.value_tier, null::VARCHAR as lifecycle
    from order_score_base b left join (${rfmScores(sql`order_score_base`, settings)}) s using (profile) order by b.profile`);
  await warehouse.run(sql`drop table order_score_base`);
}
