import type { Instant } from '../../core/index.ts';
import { type Leaf, marksOf } from '../../language/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { compileAt, type Question } from './verdicts-at.ts';

/** Profiles for whom a condition may change at an instant. `end`: from here on there may be others that were not asked for. */
export type Upcoming = { readonly at: Instant; readonly profiles: readonly number[]; readonly end: boolean };

type Row = { readonly profile: number; readonly t: number | string };
type Listed = { readonly rows: readonly Row[]; readonly takesEffect: (t: number | string) => Instant | undefined; readonly cut: boolean };

/** First marks of a leaf among the profiles of a scope, soonest first; at most `limit` of each sort. */
export async function upcomingOf(
  warehouse: Warehouse,
  leaf: Leaf,
  question: Question,
  now: Instant,
  scope: Fragment,
  limit: number,
): Promise<Iterable<Upcoming>> {
  const lists: Listed[] = [];
  for (const marks of marksOf(leaf.condition, { ...question.moment, now })) {
    const rows = await warehouse.rows<Row>(sql`select profile, t from (${marks.query(scope)}) where t is not null order by t, profile limit ${limit}`);
    lists.push({ rows, takesEffect: marks.takesEffect, cut: rows.length === limit });
  }
  return merged(lists.map(inOrder));
}

/** The soonest mark among all leaves of a definition, as compiled at `now`, for a few profiles. */
export async function soonestFor(warehouse: Warehouse, question: Question, now: Instant, scope: Fragment): Promise<Instant | undefined> {
  let soonest: Instant | undefined;
  for (const leaf of compileAt(question, now).leaves.values()) {
    for (const { at } of await upcomingOf(warehouse, leaf, question, now, scope, 1000)) {
      if (soonest === undefined || at < soonest) soonest = at;
      break;
    }
  }
  return soonest;
}

/** Instants are worked out only as far as they are asked for: calendar arithmetic is dear. */
function* inOrder({ rows, takesEffect, cut }: Listed): Generator<Upcoming> {
  let last: Instant | undefined;
  for (let index = 0; index < rows.length; ) {
    const t = rows[index]?.t ?? 0;
    const profiles: number[] = [];
    for (; rows[index]?.t === t; index += 1) profiles.push(rows[index]?.profile ?? 0);
    const at = takesEffect(t);
    if (at === undefined) continue;
    last = at;
    yield { at, profiles, end: false };
  }
  if (cut && last !== undefined) yield { at: last, profiles: [], end: true };
}

function* merged(lists: readonly Generator<Upcoming>[]): Generator<Upcoming> {
  const heads = lists.map((list) => list.next());
  for (;;) {
    let soonest = -1;
    heads.forEach((head, index) => {
      const best = heads[soonest];
      if (head.done !== true && (best === undefined || best.done === true || head.value.at < best.value.at)) soonest = index;
    });
    const head = heads[soonest];
    const list = lists[soonest];
    if (head === undefined || head.done === true || list === undefined) return;
    yield head.value;
    heads[soonest] = list.next();
  }
}
