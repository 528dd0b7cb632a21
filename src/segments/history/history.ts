import { formatInstant, type Instant, startOfPeriod } from '../../core/index.ts';
import type { Moment } from '../../language/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Lists } from '../evaluate/combine.ts';
import type { SegmentInput } from '../evaluate/definition.ts';
import { evaluateSegments } from '../evaluate/evaluate.ts';
import { intersection, members } from '../evaluate/profile-set.ts';
import { revenueUpTo } from '../members/revenue.ts';
import { knownBy } from './known-by.ts';

export type HistoryPoint = {
  /** The end of a period: the first instant of the next one in the workspace's zone, or the end of the range. */
  readonly at: string;
  readonly members: number;
  /** What these members had spent by then. */
  readonly revenue: number;
  /** True where the size was worked out later, from the facts up to `at`; false where it was recorded then. */
  readonly reconstructed: boolean;
};

export type HistoryRange = { readonly every: 'day' | 'week' | 'month'; readonly from: Instant; readonly to: Instant };

/**
 * Sizes of a segment at the end of every day, week or month of a range (`from` exclusive, `to` included). Where a run recorded one
 * within the period its last is taken; the others are reconstructed: the definition as it is now, at that instant, over the facts up
 * to it, among the customers known by then. `momentAt` gives the moment of an instant, with features as of it where the definition
 * needs them. Traits are those of today.
 */
export async function history(
  warehouse: Warehouse,
  segment: SegmentInput,
  range: HistoryRange,
  moment: Moment,
  momentAt: (at: Instant) => Promise<Moment>,
  lists: Lists = new Map(),
): Promise<readonly HistoryPoint[]> {
  const points: HistoryPoint[] = [];
  let previous = range.from;
  for (const at of periodEnds(range, moment)) {
    points.push((await recordedBetween(warehouse, segment.slug, previous, at)) ?? (await reconstructed(warehouse, segment, at, await momentAt(at), lists)));
    previous = at;
  }
  return points;
}

/** Ends of the periods in a range; the last is the range's own end. */
export function periodEnds({ every, from, to }: HistoryRange, { zone, weekStart }: Pick<Moment, 'zone' | 'weekStart'>): readonly Instant[] {
  const ends: Instant[] = [];
  for (let at = startOfPeriod(from, zone, every, 1, weekStart); at < to; at = startOfPeriod(at, zone, every, 1, weekStart)) ends.push(at);
  return to > from ? [...ends, to] : ends;
}

async function recordedBetween(warehouse: Warehouse, slug: string, after: Instant, upTo: Instant): Promise<HistoryPoint | undefined> {
  const row = await warehouse.row<{ at: Instant; members: number; revenue: number }>(
    sql`select "at", members, cast(revenue as double) as revenue from segment_sizes
      where segment = ${slug} and not reconstructed and "at" > ${timestamp(after)} and "at" <= ${timestamp(upTo)} order by "at" desc limit 1`,
  );
  return row === undefined ? undefined : { at: formatInstant(row.at), members: row.members, revenue: row.revenue, reconstructed: false };
}

async function reconstructed(warehouse: Warehouse, segment: SegmentInput, at: Instant, moment: Moment, lists: Lists): Promise<HistoryPoint> {
  const [evaluation] = await evaluateSegments(warehouse, [segment], { ...moment, now: at }, lists);
  if (evaluation === undefined || evaluation.status === 'failed') throw new Error(evaluation?.reason ?? 'The segment was not evaluated.');
  const profiles = members(intersection(evaluation.set, await knownBy(warehouse, at)));
  const revenue = await revenueUpTo(warehouse, at);
  return { at: formatInstant(at), members: profiles.length, revenue: revenue.of(profiles), reconstructed: true };
}
