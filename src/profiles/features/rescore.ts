import { type Instant, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { counter, type Warehouse } from '../../warehouse/index.ts';
import { elapsedDays } from './moment.ts';
import { rfmScores, rfmSegment } from './rfm.ts';
import type { FeatureSettings } from './settings.ts';

/**
 * Scores among all customers (RFM, value tier) anew from the kept features, after some customers' own have changed. Days are counted up to the instant that
 * `features` are of, for everybody alike. Leaves temp table `rescored(profile)`: those whose scores are others now, already written.
 */
export async function rescoreFeatures(warehouse: Warehouse, settings: FeatureSettings): Promise<void> {
  const asOf = sql`${timestamp(instant(await counter(warehouse, 'features_as_of')) satisfies Instant)}`;
  await warehouse.run(sql`create or replace temp table rescore_base as
    select profile, orders_count, total_spent, greatest(${elapsedDays(sql`last_order_at`, asOf)}, 0) as days_since_last_order from features where orders_count > 0`);
  await warehouse.run(sql`create or replace temp table rescore_scores as
    select s.profile, s.rfm_r, s.rfm_f, s.rfm_m, s.rfm_r || '' || s.rfm_f || s.rfm_m as rfm_score, ${rfmSegment(settings.rfm?.groups)} as rfm_segment, s.value_tier
    from (${rfmScores(sql`rescore_base`, settings)}) s`);
  await warehouse.run(sql`create or replace temp table rescored as
    select f.profile, s.* exclude (profile) from features f left join rescore_scores s using (profile)
    where f.rfm_score is distinct from s.rfm_score or f.rfm_segment is distinct from s.rfm_segment or f.value_tier is distinct from s.value_tier`);
  await warehouse.run(sql`update features set rfm_r = r.rfm_r, rfm_f = r.rfm_f, rfm_m = r.rfm_m, rfm_score = r.rfm_score, rfm_segment = r.rfm_segment, value_tier = r.value_tier
    from rescored r where r.profile = features.profile`);
}
