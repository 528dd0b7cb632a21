import type { Instant } from '../../core/index.ts';
import type { Moment } from '../../language/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { SegmentInput } from '../evaluate/definition.ts';
import { evaluateSegments } from '../evaluate/evaluate.ts';
import { intersection, members } from '../evaluate/profile-set.ts';
import { revenueUpTo } from '../members/revenue.ts';
import { knownBy } from './known-by.ts';

/**
 * Works out the sizes that these segments had at an instant, by today's definitions over the facts up to it, and keeps them beside the recorded ones, marked as reconstructed.
 * All segments share one evaluation. Those that can not be computed are left out.
 */
export async function fillSizes(
  warehouse: Warehouse,
  segments: readonly SegmentInput[],
  moment: Moment,
  at: Instant,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const evaluations = await evaluateSegments(warehouse, segments, { ...moment, now: at });
  const known = await knownBy(warehouse, at);
  const revenue = await revenueUpTo(warehouse, at);
  for (const evaluation of evaluations) {
    if (evaluation.status === 'failed') continue;
    const profiles = members(intersection(evaluation.set, known));
    await warehouse.run(
      sql`insert into segment_sizes select ${evaluation.slug}, ${versions.get(evaluation.slug) ?? 1}, ${timestamp(at)}, ${profiles.length}, ${revenue.of(profiles)}, true`,
    );
  }
}
