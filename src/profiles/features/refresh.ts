import type { Instant, Workspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { findBatchClocks } from './batch-clocks.ts';
import { engagementLevel, eventFeatures, eventNames, feedbackFeatures, mailFeatures, visitFeatures, visitNames } from './events.ts';
import { stageFavourites, weekdayName } from './favourites.ts';
import { elapsedDays, type Moment, momentAt } from './moment.ts';
import { gapFeatures, orderFeatures } from './orders.ts';
import { rfmScores, rfmSegment } from './rfm.ts';
import type { FeatureSettings } from './settings.ts';

export type FeatureRequest = {
  /** Facts later than this are not seen. */
  readonly asOf: Instant;
  readonly workspace: Workspace;
  /** `features`, or another name for features of another instant. */
  readonly table: string;
  readonly temporary: boolean;
  readonly settings?: FeatureSettings;
  /** Ranks (RFM, tiers) are among all customers, so every profile is computed. */
  readonly profiles?: 'all';
};

/**
 * Facts, instant → features: aggregates per kind of fact → one row per profile → scores among those who ordered.
 * Replaces the table; columns as docs/features.md says. `lifecycle` is left null, for the segments room to fill.
 */
export async function refreshFeatures(warehouse: Warehouse, request: FeatureRequest): Promise<void> {
  const moment = momentAt(request.asOf, request.workspace);
  const settings = request.settings ?? {};
  await warehouse.transaction(async () => {
    if (request.table === 'features' && !request.temporary) await findBatchClocks(warehouse, moment.zone);
    await stageFavourites(warehouse, moment);
    await aggregate(warehouse, moment);
    await warehouse.stage('feature_scores', sql`${rfmScores(sql`feature_base`, settings)}`);
    await assemble(warehouse, moment, request, settings);
    if (request.table !== 'features' || request.temporary) return;
    await setCounter(warehouse, 'features_as_of', request.asOf);
    await setCounter(warehouse, 'features_version', await counter(warehouse, 'facts_version'));
  });
}

async function aggregate(warehouse: Warehouse, moment: Moment): Promise<void> {
  await warehouse.stage(
    'feature_base',
    sql`select p.profile, o.* exclude (profile, orders_count, total_spent), coalesce(o.orders_count, 0)::INTEGER as orders_count, coalesce(o.total_spent, 0) as total_spent,
      ${elapsedDays(sql`o.last_order_at`, moment.asOf)} as days_since_last_order, ${elapsedDays(sql`o.first_order_at`, moment.asOf)} as days_since_first_order,
      g.* exclude (profile), i.items_count
    from profiles p left join (${orderFeatures(moment)}) o using (profile) left join (${gapFeatures(moment)}) g using (profile) 
    left join (select profile, sum(quantity)::DOUBLE as items_count from feature_lines group by profile) i using (profile)`,
  );
  await warehouse.stage('feature_event_names', eventNames);
  await warehouse.stage('feature_visit_names', visitNames);
  await warehouse.stage(
    'feature_contact',
    sql`select p.profile, coalesce(e.events_count, 0)::INTEGER as events_count, e.first_event_at, e.last_event_at, e.last_visit_at,
      coalesce(m.emails_opened_90d, 0)::INTEGER as emails_opened_90d, coalesce(m.emails_clicked_90d, 0)::INTEGER as emails_clicked_90d,
      coalesce(m.emails_delivered_90d, 0)::INTEGER as emails_delivered_90d, coalesce(v.visits_30d, 0)::INTEGER as visits_30d,
      coalesce(v.visits_90d, 0)::INTEGER as visits_90d,
      coalesce(f.feedback_count, 0)::INTEGER as feedback_count, f.* exclude (profile, feedback_count)
    from profiles p left join (${eventFeatures(moment)}) e using (profile) left join (${mailFeatures(moment)}) m using (profile)
    left join (${visitFeatures(moment)}) v using (profile) left join (${feedbackFeatures(moment)}) f using (profile)`,
  );
}

async function assemble(warehouse: Warehouse, moment: Moment, request: FeatureRequest, settings: FeatureSettings): Promise<void> {
  const features = sql`select b.profile, ${moment.asOf} as as_of, b.first_order_at, b.last_order_at, b.orders_count, b.total_spent::DECIMAL(18,4) as total_spent, b.average_order_value,
      b.days_since_last_order, b.days_since_first_order, b.mean_days_between_orders, b.median_days_between_orders,
      coalesce(b.returns_count, 0)::INTEGER as returns_count, b.return_share, b.discount_share, coalesce(b.items_count, b.counted_items, 0)::DOUBLE as items_count,
      coalesce(fp.different, 0)::INTEGER as distinct_products, coalesce(fc.different, 0)::INTEGER as distinct_categories,
      cn.name as favourite_category, pn.name as favourite_product, hn.name as favourite_channel, ${weekdayName(sql`fw.code`)} as favourite_weekday, fh.code as favourite_hour,
      coalesce(b.spent_last_12_months, 0)::DECIMAL(18,4) as spent_last_12_months, coalesce(b.orders_last_12_months, 0)::INTEGER as orders_last_12_months,
      s.rfm_r, s.rfm_f, s.rfm_m, s.rfm_r || '' || s.rfm_f || s.rfm_m as rfm_score, ${rfmSegment(settings.rfm?.groups)} as rfm_segment,
      s.value_tier, null::VARCHAR as lifecycle, ${engagementLevel(moment)} as engagement_level,
      least(b.first_fact_at, c.first_event_at, c.first_feedback_at) as first_seen_at, greatest(b.last_fact_at, c.last_event_at, c.last_feedback_at) as last_seen_at,
      c.events_count, c.last_event_at, c.emails_opened_90d, c.emails_clicked_90d, c.emails_delivered_90d, c.visits_30d, c.visits_90d, c.last_visit_at,
      case when b.gaps >= 2 then b.last_order_at + to_microseconds((b.median_days_between_orders * 86400000000)::BIGINT) end as expected_next_order_at,
      c.feedback_count, c.average_rating, c.last_rating
    from feature_base b join feature_contact c using (profile) left join feature_scores s using (profile)
    left join feature_categories fc using (profile) left join feature_category_names cn on cn.code = fc.code
    left join feature_products fp using (profile) left join feature_product_names pn on pn.code = fp.code
    left join feature_channels fch using (profile) left join feature_channel_names hn on hn.code = fch.code
    left join feature_weekdays fw using (profile) left join feature_hours fh using (profile)
    order by b.profile`;
  if (request.temporary) await warehouse.stage(request.table, features);
  else await warehouse.run(sql`create or replace table ${ident(request.table)} as ${features}`);
}
