import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { localTime } from './moment.ts';

/** A minute of the day, on the workspace's clock, at which a source wrote so many facts of a kind in a batch; `name` is the event's, null of orders. */
export type BatchClock = { readonly source: string; readonly name: string | null; readonly minute: number; readonly facts: number };

/** Of facts with a clock at least this part carries the one minute: of a day's 1,440 the most frequent one has about one in 300 where people choose the time. */
const leastPart = 0.2;
const [fewestDays, fewestPeople] = [10, 20];
/** Opening hours, classes and hours written without minutes have many frequent minutes; a batch stands alone. */
const timesTheNext = 5;

/** Whole minutes since midnight of a local clock time. */
export const minuteOfDay = (clock: Fragment): Fragment => sql`(60 * hour(${clock}) + minute(${clock}))::INTEGER`;

/**
 * Which clocks are a batch's: a nightly run that books everybody's fees at 3:15 says nothing of when anybody bought. A minute of the day is one where a large part of a source's facts of a kind carry exactly it, on many days and of many
 * people, far more often than any other minute. Summer time and winter are each looked at by themselves, since a batch may go by either clock.
 */
export async function findBatchClocks(warehouse: Warehouse, zone: string): Promise<void> {
  const counted = (facts: Fragment): Fragment =>
    sql`select source, name, clock - told as season, ${minuteOfDay(sql`clock`)} as minute, count(*) as facts, count(distinct clock::DATE) as days, approx_count_distinct(profile) as people
      from (${facts}) where clock <> date_trunc('day', clock) group by all`;
  const orders = sql`select source, null::VARCHAR as name, profile, ordered_at as told, ${localTime(sql`ordered_at`, zone)} as clock from orders where counts and not is_return and profile is not null`;
  const events = sql`select source, name, profile, occurred_at as told, ${localTime(sql`occurred_at`, zone)} as clock from events where profile is not null`;
  await warehouse.run(sql`create or replace table batch_clocks as
    with minutes as (${counted(orders)} union all ${counted(events)}),
      placed as (select *, sum(facts) over every as whole, lead(facts) over most_first as next, row_number() over most_first as place
        from minutes window every as (partition by source, name, season), most_first as (partition by source, name, season order by facts desc, minute))
    select source, name, minute, sum(facts)::BIGINT as facts from placed
    where place = 1 and facts >= ${leastPart}::DOUBLE * whole and days >= ${fewestDays} and people >= ${fewestPeople} and facts >= ${timesTheNext} * coalesce(next, 0)
    group by all order by all`);
}

export async function readBatchClocks(warehouse: Warehouse): Promise<readonly BatchClock[]> {
  return warehouse.rows<BatchClock>(sql`select source, name, minute, facts::DOUBLE as facts from batch_clocks order by facts desc, minute`);
}

/** `3:15 exactly`, of one or several: where a batch's times are spoken of. */
export const batchTimes = (clocks: readonly Pick<BatchClock, 'minute'>[]): string =>
  [...new Set(clocks.map(({ minute }) => minute))].map((minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`).join(' and ');
