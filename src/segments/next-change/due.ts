import { type Instant, instant } from '../../core/index.ts';
import { type Leaf, type Marks, marksOf, type Moment } from '../../language/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { SegmentInput } from '../evaluate/definition.ts';
import { compileAll, leavesOf } from '../evaluate/evaluate.ts';

/** A profile and the instant at which time alone may next change one of the conditions asked about. */
export type Due = { readonly profile: number; readonly at: Instant };

/** The distinct conditions behind segments, compiled for a moment. */
export async function conditionsOf(
  warehouse: Warehouse,
  segments: readonly SegmentInput[],
  moment: Moment,
): Promise<{ readonly leaves: readonly Leaf[]; readonly moment: Moment }> {
  const { compiled, moment: prepared } = await compileAll(warehouse, segments, moment);
  return { leaves: leavesOf(compiled), moment: prepared };
}

/**
 * For all profiles of the tables at once: the first instant up to `until` at which time alone may change one of these conditions, soonest first for each
 * profile; whatever facts come in the meantime, the old ones change nothing before it. Marks take effect in their own order, so those that do so in time are told by the mark alone and the others never leave the engine.
 */
export async function dueUntil(
  warehouse: Warehouse,
  leaves: readonly Leaf[],
  moment: Moment,
  until: Instant,
  scope: Fragment = sql``,
): Promise<readonly Due[]> {
  const soonest = new Map<number, Instant>();
  for (const leaf of leaves) {
    for (const marks of marksOf(leaf.condition, moment, 'these and more')) {
      const among = leaf.condition.kind === 'date' ? sql`true` : sql`t <= ${timestamp(lastInTime(marks, moment.now, until))}`;
      await warehouse.chunks(sql`select profile, t from (${marks.query(scope)}) where t is not null and ${among}`, ([profile, t], rows) => {
        for (let row = 0; row < rows; row += 1) {
          const at = marks.takesEffect(markOf(t?.values[row]));
          const who = Number(profile?.values[row]);
          if (at === undefined || at > until) continue;
          const known = soonest.get(who);
          if (known === undefined || at < known) soonest.set(who, at);
        }
      });
    }
  }
  return [...soonest].map(([profile, at]) => ({ profile, at }));
}

const markOf = (value: unknown): number | string => (typeof value === 'string' ? value : Number(value));

/** The last mark that takes effect by `until`; later marks never take effect earlier. */
function lastInTime(marks: Marks, now: Instant, until: Instant): Instant {
  const inTime = (t: number): boolean => {
    const at = marks.takesEffect(t);
    return at !== undefined && at <= until;
  };
  let [low, high] = [now - furthest, until as number];
  if (inTime(high)) return instant(high);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (inTime(middle)) low = middle;
    else high = middle;
  }
  return instant(low);
}

/** Two hundred years. */
const furthest = 200 * 365 * 24 * 3_600_000_000;
