import { day, type Instant, instant, isSpecialCategory } from '../../core/index.ts';
import { ofMail, ofOrders } from '../../profiles/index.ts';
import { join, sql, timestamp } from '../../sql/index.ts';
import type { NumberColumn } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { eventColumn, longAgo } from './event-name.ts';
import type { Matrix } from './matrix/read.ts';

/** So many kinds of events at most become columns, the commonest. */
const mostNames = 12;
/** Of fewer customers nothing can be learned, and what nearly everybody has had tells nobody apart. */
const fewest = 20;
const nearlyAll = 0.95;
/** Of more customers all events of a year are looked through. */
const fewAsked = 500;

/**
 * Names of the events that are learned from, the commonest first: what at least 20 customers had had by `since`, the oldest moment that is surely learned from, and not nearly everybody by now. E-mails and orders have columns of their own.
 */
export async function eventsToLearn(warehouse: Warehouse, { now, since }: { readonly now: Instant; readonly since: Instant }): Promise<readonly string[]> {
  const found = await warehouse.rows<{ name: string }>(sql`
    with had as (select name, profile, min(occurred_at) as first_at from events where profile is not null and occurred_at <= ${timestamp(now)}
      and name in (select name from (select distinct name from events) where not ${ofMail} and not ${ofOrders}) group by all)
    select name from had group by name
    having count(*) filter (first_at <= ${timestamp(since)}) >= ${fewest} and count(*) <= ${nearlyAll} * (select count(distinct profile) from had) order by count(*) desc, name`);
  return found
    .map(({ name }) => name)
    .filter((name) => !isSpecialCategory(name))
    .slice(0, mostNames);
}

/**
 * Adds of each kind of event how many days before the matrix's own moment a customer had the last one; a year, of whoever had none in a year, so that it is known of everybody at every moment. One look through the events for all.
 * How many there were of late tells hardly more beside it (measured, decision 127).
 */
export async function withEventColumns<M extends Matrix>(warehouse: Warehouse, matrix: M, names: readonly string[]): Promise<M> {
  const { asOf, profiles, table } = matrix;
  if (names.length === 0) return matrix;
  const columns = names.map((name): NumberColumn => ({ kind: 'number', name: eventColumn(name), values: new Float64Array(profiles.length).fill(longAgo) }));
  const rowOf = new Map(Array.from(profiles, (profile, row) => [profile, row]));
  const named = join(names.map((name) => sql`${name}`));
  const some = profiles.length > fewAsked ? sql`profile is not null` : sql`profile in (${join([-1, ...profiles].map((profile) => sql`${profile}`))})`;
  await warehouse.numbers(
    sql`select profile::INTEGER as profile, (list_position([${named}], name) - 1)::INTEGER as place, (epoch_us(${timestamp(asOf)}) - epoch_us(last_at))::DOUBLE / ${day}::DOUBLE as days
      from (select profile, name, max(occurred_at) as last_at from events
        where name in (${named}) and ${some} and occurred_at <= ${timestamp(asOf)} and occurred_at > ${timestamp(instant(asOf - longAgo * day))} group by profile, name)`,
    ([profile, place, days], rows) => {
      for (let at = 0; at < rows; at += 1) {
        const row = rowOf.get(Number(profile?.values[at]));
        const own = columns[Number(place?.values[at])]?.values;
        if (row !== undefined && own !== undefined) own[row] = Number(days?.values[at]);
      }
    },
  );
  return { ...matrix, table: { rows: table.rows, columns: [...table.columns, ...columns] } };
}
