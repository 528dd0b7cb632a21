import { createHash } from 'node:crypto';
import type { Instant } from '../../core/index.ts';
import type { Leaf } from '../../language/index.ts';
import type { Due } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Whose instants have come, by condition: time has moved that one condition on, and where it stops next is to be looked for. */
export type DueNow = ReadonlyMap<string, ReadonlySet<number>>;

/** What `live_due` calls a condition: the same in every process, and short where there are millions of them. */
export const conditionName = ({ condition }: Leaf): string => createHash('md5').update(JSON.stringify(condition)).digest('base64').slice(0, 12);

/**
 * `live_due`: when to look at a profile again although nothing about it has come, and on account of which condition (null: of any). Entries may be too many or too
 * early, which costs a look, and never too few: they go when their instant has come and whoever they name is looked at anew.
 */
export async function addDue(warehouse: Warehouse, condition: string, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return;
  const rows = JSON.stringify(due.map(({ profile, at }) => ({ p: profile, t: at })));
  await warehouse.run(sql`insert into live_due select p, make_timestamp(t), ${condition}
    from (select unnest(from_json(${rows}::JSON, '[{"p":"INTEGER","t":"BIGINT"}]'), recursive := true))`);
}

/** The soonest instant at which somebody is due, undefined where nobody is. */
export async function soonestDue(warehouse: Warehouse): Promise<Instant | undefined> {
  const row = await warehouse.row<{ at: Instant | null }>(sql`select min("at") as at from live_due`);
  return row?.at ?? undefined;
}

/** Puts whoever is due by now on the queue. Nothing has come about them: `since` lies after all time, except where no condition is named. */
export async function queueDue(warehouse: Warehouse, now: Instant): Promise<DueNow> {
  const due = await warehouse.rows<{ profile: number; condition: string | null }>(
    sql`select distinct profile, condition from live_due where "at" <= ${timestamp(now)}`,
  );
  await warehouse.run(
    sql`insert into live_queue select profile, false, case when bool_or(condition is null) then null else ${nothingCame} end from live_due where "at" <= ${timestamp(now)} group by profile`,
  );
  await warehouse.run(sql`delete from live_due where "at" <= ${timestamp(now)}`);
  const found = new Map<string, Set<number>>();
  for (const { profile, condition } of due) {
    if (condition === null) continue;
    const among = found.get(condition) ?? new Set<number>();
    found.set(condition, among.add(profile));
  }
  return found;
}

/** Later than every fact. */
export const nothingCame = sql`timestamp '9999-01-01'`;
