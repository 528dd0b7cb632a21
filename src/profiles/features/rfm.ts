import { type Fragment, join, sql } from '../../sql/index.ts';
import { defaultRfmGroups, defaultValueTier, type FeatureSettings, type FourCuts, type RfmGroup } from './settings.ts';

/**
 * Scores of those who ordered (`base`: profile, orders_count, total_spent, days_since_last_order): profile, rfm_r, rfm_f, rfm_m, value_tier.
 *
 * A score is min(5, 1 + floor(5·w/n)), w customers of the n being strictly worse, so ties share a score. R looks at completed
 * days. A customer is in the high tier when fewer than 20% of the n spent strictly more, in the medium one when fewer than 50% did: ties
 * share the better tier.
 */
export function rfmScores(base: Fragment, settings: FeatureSettings): Fragment {
  const { recencyDays, orders, spent } = settings.rfm ?? {};
  const tier = settings.valueTier ?? defaultValueTier;
  return sql`select profile,
      ${recencyDays === undefined ? byRank(sql`floor(days_since_last_order) desc`) : recencyByCuts(recencyDays)} as rfm_r,
      ${orders === undefined ? byRank(sql`orders_count`) : byCuts(sql`orders_count`, orders)} as rfm_f,
      ${spent === undefined ? byRank(sql`total_spent`) : byCuts(sql`total_spent`, spent)} as rfm_m,
      case when better < ${tier.high} * n then 'high' when better < ${tier.high + tier.medium} * n then 'medium' else 'low' end as value_tier
    from (select *, count(*) over () as n, rank() over (order by total_spent desc) - 1 as better from ${base} where orders_count > 0)`;
}

/** rank() − 1 is the number of rows strictly before: the worse ones, when the worst come first. */
const byRank = (order: Fragment): Fragment => sql`least(5, 1 + (5 * (rank() over (order by ${order}) - 1)) // n)::INTEGER`;

const byCuts = (value: Fragment, cuts: FourCuts): Fragment =>
  sql`(1 + ${join(
    cuts.map((cut) => sql`(${value} >= ${cut})::INTEGER`),
    ' + ',
  )})::INTEGER`;

const recencyByCuts = (cuts: FourCuts): Fragment =>
  sql`(1 + ${join(
    cuts.map((cut) => sql`(floor(days_since_last_order) <= ${cut})::INTEGER`),
    ' + ',
  )})::INTEGER`;

/** The group's name from columns rfm_r and rfm_f; null where no group fits. */
export function rfmSegment(groups: readonly RfmGroup[] = defaultRfmGroups): Fragment {
  const cases = groups.map(({ name, r, f }) => sql`when rfm_r between ${r[0]} and ${r[1]} and rfm_f between ${f[0]} and ${f[1]} then ${name}`);
  return cases.length === 0 ? sql`null::VARCHAR` : sql`case ${join(cases, ' ')} end`;
}
