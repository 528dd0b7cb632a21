import { type Instant, instant, localDate } from '../../core/index.ts';
import { ofMail } from '../../profiles/index.ts';
import { join, sql, timestamp } from '../../sql/index.ts';
import type { InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import { lastDayHasFacts, type Week, weeksBetween } from '../forecast/weeks.ts';
import type { WatchedSeries } from './watched.ts';

/** Kinds of events that are watched: those that happen most. */
const mostKinds = 5;
/** Of what happens less often in a usual week chance makes too much of. */
const fewestAWeek = 10;
const lately = 26;
/** As many weeks as the baseline of a week and of a level can use. */
const mostWeeks = 156;

type Kind = { readonly name: string; readonly first: Instant; readonly last: Instant };

/** Weeks from the first event of a person to the newest, for a shop that knows of no orders. */
export async function weeksOfEvents({ warehouse, workspace, at }: InsightContext): Promise<readonly Week[]> {
  const span = await warehouse.row<{ first: Instant | null; last: Instant | null }>(
    sql`select min(occurred_at) as first, max(occurred_at) as last from events where occurred_at <= ${timestamp(at)} and profile is not null`,
  );
  if (span === undefined || span.first === null || span.last === null) return [];
  const weeks = weeksBetween(span.first, span.last, workspace).slice(1 - mostWeeks);
  const last = weeks.at(-1);
  return last !== undefined && last.end <= at && lastDayHasFacts(last, span.last, workspace.zone) ? weeks.slice(1) : weeks.slice(1, -1);
}

/**
 * How often the kinds of events happened that happen most, by whole week, from the first that a kind was there all of. Without what the shop does itself (e-mails) and without orders, which are watched as such. A kind whose newest event lies before
 * a week's end is not judged by that week: its file may have ended.
 */
export async function eventWeeks({ warehouse, workspace, at }: InsightContext, weeks: readonly Week[]): Promise<readonly WatchedSeries[]> {
  const used = weeks.slice(-mostWeeks);
  const first = used[0];
  const recent = used.at(-lately) ?? first;
  const last = used.at(-1);
  if (first === undefined || recent === undefined || last === undefined) return [];
  const kinds = await warehouse.rows<Kind>(sql`
    select name, min(occurred_at) as first, max(occurred_at) as last from events
    where occurred_at <= ${timestamp(at)} and name is not null and not ${ofMail} and not starts_with(name, 'Order ')
    group by name having count(*) filter (where occurred_at >= ${timestamp(recent.start)}) >= ${fewestAWeek}
    order by count(*) filter (where occurred_at >= ${timestamp(recent.start)}) desc, name limit ${mostKinds}`);
  if (kinds.length === 0) return [];
  // By quarter of an hour first: every zone's weeks begin on one, and the join is of thousands of rows, not of millions.
  const rows = await warehouse.rows<{ name: string; step: number; times: number }>(sql`
    with quarters as (select name, time_bucket(interval '15 minutes', occurred_at) as began, count(*) as times from events
      where occurred_at >= ${timestamp(first.start)} and occurred_at < ${timestamp(last.end)} and occurred_at <= ${timestamp(at)} and name in (${join(kinds.map(({ name }) => sql`${name}`))})
      group by all)
    select q.name, s.step, sum(q.times)::INTEGER as times from quarters q asof join ${stepTable(used.map(({ start }) => start))} s on q.began >= s.starts group by all`);
  const times = new Map(rows.map((row) => [`${row.name} ${row.step}`, row.times]));
  return kinds.flatMap((kind): readonly WatchedSeries[] => {
    const points = used.flatMap((week, step) =>
      week.start >= startOfDayOf(kind.first) && (week.end <= kind.last || lastDayHasFacts(week, kind.last, workspace.zone))
        ? [{ starts: week.starts, end: week.end, value: times.get(`${kind.name} ${step}`) ?? 0 }]
        : [],
    );
    const usual = points.slice(-lately).map(({ value }) => value);
    if (usual.length === 0 || usual.reduce((sum, value) => sum + value, 0) < fewestAWeek * usual.length) return [];
    const label = `“${kind.name}” events`;
    return [
      {
        key: `metric:event:${kind.name}`,
        subject: { type: 'metric', id: `event:${kind.name}`, name: label },
        measure: 'events',
        event: kind.name,
        label,
        unit: 'count',
        points,
      },
    ];
  });

  /** A kind that begins on a day was there from its start, as far as one can tell. */
  function startOfDayOf(first: Instant): Instant {
    const on = localDate(first, workspace.zone);
    return used.find(({ starts }) => starts === on)?.start ?? instant(first);
  }
}
