import { join, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Week } from '../forecast/weeks.ts';
import type { WatchedSeries } from './watched.ts';

type Recorded = { readonly segment: string; readonly week: number; readonly members: number; readonly revenue: number };
type Moved = { readonly segment: string; readonly week: number; readonly entered: number; readonly left: number };

/**
 * Sizes, values and flows of segments by week: the last size that a run recorded (or that was worked out for it) in each week, and how many entered and left. Weeks before a segment's first size, before
 * anybody was in it, and before its definition last changed, are not there.
 */
export async function segmentWeeks(
  warehouse: Warehouse,
  weeks: readonly Week[],
  segments: ReadonlyMap<string, { readonly name: string; readonly version: number }>,
): Promise<readonly WatchedSeries[]> {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const table = sql`(select unnest(range(0, ${weeks.length}))::INTEGER as week, unnest([${join(weeks.map(({ start }) => sql`${timestamp(start)}`))}]) as starts)`;
  const recorded = await warehouse.rows<Recorded>(sql`
    select s.segment, w.week, arg_max(s.members, s."at")::INTEGER as members, arg_max(s.revenue, s."at")::DOUBLE as revenue, max(s.version) as version
    from (select * from segment_sizes where "at" > ${timestamp(first.start)} and "at" <= ${timestamp(last.end)}) s
    asof join ${table} w on s."at" > w.starts
    where s.version = (select max(version) from segment_sizes v where v.segment = s.segment) group by s.segment, w.week`);
  const moved = await warehouse.rows<Moved>(sql`
    select c.segment, w.week, count(*) filter (c.entered)::INTEGER as entered, count(*) filter (not c.entered)::INTEGER as left
    from (select * from membership_changes where "at" > ${timestamp(first.start)} and "at" <= ${timestamp(last.end)}) c asof join ${table} w on c."at" > w.starts group by c.segment, w.week`);
  const flows = new Map(moved.map((row) => [`${row.segment} ${row.week}`, row]));
  return [...Map.groupBy(recorded, ({ segment }) => segment)].flatMap(([slug, own]) => {
    const segment = segments.get(slug);
    if (segment === undefined) return [];
    const byWeek = new Map(own.map((row) => [row.week, row]));
    // From the first week from which on every week is there, and in which anybody was: of a segment that nobody was in yet (its facts had not begun to come) nothing is usual.
    const missing = weeks.findLastIndex((_, week) => !byWeek.has(week));
    const from = weeks.findIndex((_, week) => week > missing && (byWeek.get(week)?.members ?? 0) > 0);
    const used = from < 0 ? [] : weeks.slice(from).map((week, at) => ({ week, row: byWeek.get(from + at) }));
    const among = used.at(-1)?.row?.members ?? 0;
    const series = (
      measure: 'size' | 'value' | 'entered' | 'left',
      label: string,
      unit: WatchedSeries['unit'],
      value: (row: Recorded, flow: Moved | undefined) => number,
    ): WatchedSeries => ({
      key: `segment:${slug}:${measure}`,
      subject: { type: 'segment', id: slug, name: segment.name },
      measure,
      label,
      unit,
      points: used.flatMap(({ week, row }) =>
        row === undefined ? [] : [{ starts: week.starts, end: week.end, value: value(row, flows.get(`${slug} ${row.week}`)) }],
      ),
    });
    return [
      series('size', `people in ${segment.name}`, 'people', ({ members }) => members),
      { ...series('value', `what the people in ${segment.name} had spent`, 'money', ({ revenue }) => revenue), among },
      ...(moved.some((row) => row.segment === slug)
        ? [
            { ...series('entered', `who entered ${segment.name}`, 'people', (_, flow) => flow?.entered ?? 0), among },
            { ...series('left', `who left ${segment.name}`, 'people', (_, flow) => flow?.left ?? 0), among },
          ]
        : []),
    ];
  });
}
