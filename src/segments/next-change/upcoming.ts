import type { Instant } from '../../core/index.ts';
import { type Leaf, marksOf } from '../../language/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { compileAt, type Question } from './verdicts-at.ts';

/** A profile and an instant after now at which a condition of its may change. */
export type Upcoming = { readonly profile: number; readonly at: Instant; readonly leaf: string };

/** The first marks of a leaf among the profiles of a scope, soonest first. `more`: where the list ends, there may be others no sooner than its last. */
export async function upcomingOf(warehouse: Warehouse, leaf: Leaf, question: Question, now: Instant, scope: Fragment, limit: number) {
  const found: Upcoming[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const marks of marksOf(leaf.condition, { ...question.moment, now })) {
    const rows = await warehouse.rows<{ profile: number; t: number | string }>(
      sql`select profile, t from (${marks.query(scope)}) where t is not null order by t, profile limit ${limit}`,
    );
    const known = new Map<number | string, Instant | undefined>();
    for (const { profile, t } of rows) {
      if (!known.has(t)) known.set(t, marks.takesEffect(t));
      const at = known.get(t);
      if (at !== undefined) found.push({ profile, at, leaf: leaf.key });
    }
    const last = found.at(-1);
    if (rows.length === limit && last !== undefined) end = Math.min(end, last.at);
  }
  return { found, end };
}

/** First marks of every leaf of a definition, as compiled at `now`, for a few profiles. */
export async function upcomingFor(warehouse: Warehouse, question: Question, now: Instant, scope: Fragment): Promise<readonly Upcoming[]> {
  const all: Upcoming[] = [];
  for (const leaf of compileAt(question, now).leaves.values()) {
    const { found } = await upcomingOf(warehouse, leaf, question, now, scope, 100_000);
    all.push(...found);
  }
  return all.sort((a, b) => a.at - b.at);
}
