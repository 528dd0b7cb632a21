import type { Instant } from '../../core/index.ts';
import type { Due } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * `live_due`: when to look at a profile again although nothing about it has come. Entries may be too many or too early, which costs a look, and
 * never too few: they go when their instant has come and whoever they name is looked at anew.
 */
export async function addDue(warehouse: Warehouse, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return;
  const rows = JSON.stringify(due.map(({ profile, at }) => ({ p: profile, t: at })));
  await warehouse.run(sql`insert into live_due select p, make_timestamp(t)
    from (select unnest(from_json(${rows}::JSON, '[{"p":"INTEGER","t":"BIGINT"}]'), recursive := true))`);
}

/** The soonest instant at which somebody is due, undefined where nobody is. */
export async function soonestDue(warehouse: Warehouse): Promise<Instant | undefined> {
  const row = await warehouse.row<{ at: Instant | null }>(sql`select min("at") as at from live_due`);
  return row?.at ?? undefined;
}

/** Puts whoever is due by now on the queue. */
export async function queueDue(warehouse: Warehouse, now: Instant): Promise<void> {
  await warehouse.run(sql`insert into live_queue select distinct profile, false, null from live_due where "at" <= ${timestamp(now)}`);
  await warehouse.run(sql`delete from live_due where "at" <= ${timestamp(now)}`);
}
