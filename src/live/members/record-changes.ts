import type { MembershipMoved } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { type Evaluation, has, type ProfileSet } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { countOn, type Warehouse } from '../../warehouse/index.ts';
import type { Change } from './current-members.ts';

/** Who of the profiles touched entered or left, by what their evaluation says of their places and where they were before. */
export function changesAmong(touched: ArrayLike<number>, evaluations: readonly Evaluation[], before: ReadonlyMap<string, ProfileSet>): readonly Change[] {
  const changes: Change[] = [];
  for (const evaluation of evaluations) {
    const members = before.get(evaluation.slug);
    // Never evaluated as a whole: its members are not known yet. Failed: it keeps those it has.
    if (members === undefined || evaluation.status === 'failed') continue;
    for (let place = 0; place < touched.length; place += 1) {
      const profile = touched[place] ?? 0;
      const now = has(evaluation.set, place);
      if (now !== has(members, profile)) changes.push({ segment: evaluation.slug, profile, entered: now });
    }
  }
  return changes;
}

/** Appends changes to the history, numbered, and returns them as they are told once they are committed. In the transaction of what caused them. */
export async function recordChanges(
  warehouse: Warehouse,
  changes: readonly Change[],
  at: Instant,
  versions: ReadonlyMap<string, number>,
): Promise<readonly MembershipMoved[]> {
  if (changes.length === 0) return [];
  const first = await countOn(warehouse, 'membership_seq', changes.length);
  const rows = changes.map(({ segment, profile, entered }, index) => ({
    s: segment,
    v: versions.get(segment) ?? 1,
    p: profile,
    e: entered,
    q: first + index + 1,
  }));
  await warehouse.run(sql`insert into membership_changes select s, v, p, e, ${timestamp(at)}, ${timestamp(at)}, q
    from (select unnest(from_json(${JSON.stringify(rows)}::JSON, '[{"s":"VARCHAR","v":"INTEGER","p":"INTEGER","e":"BOOLEAN","q":"BIGINT"}]'), recursive := true))`);
  return changes.map((change, index) => ({ id: String(first + index + 1), ...change, at }));
}

/** What changed after a place in the history, in order. */
export async function changesAfter(warehouse: Warehouse, seq: number, limit: number): Promise<readonly MembershipMoved[]> {
  const rows = await warehouse.rows<{ seq: number; segment: string; profile: number; entered: boolean; at: Instant }>(
    sql`select seq, segment, profile, entered, "at" from membership_changes where seq > ${BigInt(seq)} order by seq limit ${limit}`,
  );
  return rows.map(({ seq: id, ...moved }) => ({ id: String(id), ...moved }));
}
