import type { Notice } from '../../contract/index.ts';
import type { WatchAnswer } from '../../contract/schemas.ts';
import { formatInstant, type Instant } from '../../core/index.ts';
import { levelChange, normalQuantile, type Unusual, unusual } from '../../stats/index.ts';

type Point = { readonly starts: string; readonly end: Instant; readonly value: number };
/** One series by week, oldest first, and what it is of. */
export type WatchedSeries = {
  readonly key: string;
  readonly subject: Notice['subject'];
  /** `size`, `value`, `entered`, `left`, `mean`; or the metric's own name. */
  readonly measure: string;
  readonly label: string;
  readonly unit: 'people' | 'money' | 'count' | 'share';
  /** Of a kind of events: its name. */
  readonly event?: string;
  /** Of who came and went, and of what people had spent: how many there are. */
  readonly among?: number;
  readonly points: readonly Point[];
};

export type Judged = {
  readonly series: WatchedSeries;
  readonly found: Unusual | undefined /** First week of the stretch that is unusual to the same side. */;
  readonly since: Point | undefined;
  /** Where the newest weeks have stayed at another level: of the shop's own figures alone, since of a segment's size each week holds most of the week before. */
  readonly level: WatchedLevel | undefined;
};

/** A level that was left and not come back to. */
export type WatchedLevel = {
  /** First week at the new level, and how many there are. */
  readonly since: string;
  readonly start: Instant;
  readonly weeks: number;
  /** A usual week before and since, and the lowest and highest of those before. */
  readonly before: number;
  readonly after: number;
  readonly low: number;
  readonly high: number;
  /** Whether the same weeks of the year before are known. */
  readonly seasonKnown: boolean;
};

const year = 52;
/** Weeks after which a mailing, a payday or a window of days may come round: two, three, four, or the same week of each month. */
const rounds = [2, 3, 4] as const;
/** Chance alone would tell of one figure of a kind (the shop's, segments', models') in as many weeks as this, were their distances normal. */
const weeksToOneByChance = 52;
/** How far back a stretch of unusual weeks is followed: the baseline learns a new level within as long. */
const longestStretch = 8;
/**
 * How likely, in one look and to one side, a change of level by chance may be. Looks overlap, so this is by simulation: of a figure that is the same every week but for chance it tells once in twenty years, and once in
 * three where what is left of a week carries over to the next by .3; of the example shop's four figures in three years two changes.
 */
const levelByChance = 0.0003;

/** Each series' newest week against its robust baseline, and where the stretch of unusual weeks that holds it began: one stretch is one happening, told once. */
export function judged(all: readonly WatchedSeries[]): readonly Judged[] {
  const kinds = Map.groupBy(all, kindOf);
  return all.map((series) => {
    const limit = normalQuantile(1 - 1 / (2 * weeksToOneByChance * (kinds.get(kindOf(series))?.length ?? 1)));
    const values = series.points.map(({ value }) => value);
    const rhythms = [...rounds.map((round) => values.map((_, at) => at % round)), series.points.map(({ starts }) => weekOfMonth(starts))];
    const options = { period: year, rhythms, limit, stock: series.measure === 'size', ...worthAWord(series) };
    const found = unusual(values, options);
    const level = levelOf(series);
    if (found === undefined || !found.unusual) return { series, found, since: undefined, level };
    let since = series.points.at(-1);
    for (let back = 1; back < longestStretch; back += 1) {
      const earlier = unusual(values.slice(0, -back), options);
      if (earlier === undefined || !earlier.unusual || earlier.score > 0 !== found.score > 0) break;
      since = series.points.at(-1 - back);
    }
    return { series, found, since, level };
  });
}

/** Figures that are judged together: how often things happen is not judged with revenue and orders. */
const kindOf = ({ subject, event }: WatchedSeries): string => (event === undefined ? subject.type : 'event');

function levelOf({ subject, points }: WatchedSeries): WatchedLevel | undefined {
  if (subject.type !== 'metric') return undefined;
  const values = points.map(({ value }) => value);
  const found = levelChange(values, { period: year, limit: levelByChance });
  if (found === undefined) return undefined;
  const old = values.slice(Math.max(0, found.at - found.of), found.at);
  return {
    since: points[found.at]?.starts ?? '',
    start: points[found.at - 1]?.end ?? (0 as Instant),
    weeks: points.length - found.at,
    before: found.before,
    after: found.after,
    low: Math.min(...old),
    high: Math.max(...old),
    seasonKnown: found.at >= year + found.of,
  };
}

/** Of fewer people what they had spent says who of them is there: one wholesaler among thirteen is ten times the usual. */
const fewestSpenders = 30;

/** A change of fewer people than a handful is none, nor one of a twentieth of a segment, and what its people had spent goes up and down with single customers. */
const worthAWord = ({ subject, unit, measure, among = 0 }: WatchedSeries): { readonly least?: number; readonly fewest?: number } =>
  subject.type !== 'segment'
    ? {}
    : measure === 'value'
      ? { least: 0.25, fewest: among < fewestSpenders ? Number.POSITIVE_INFINITY : 0 }
      : unit === 'people'
        ? { fewest: Math.max(5, among / 20) }
        : {};

/** 0 for a week that begins on the first to seventh of its month, then 1 to 4. */
const weekOfMonth = (starts: string): number => Math.floor((Number(starts.slice(8, 10)) - 1) / 7);

/** One line of the list of what is watched; where a notice told that it left its forecast, that is what it is held against. */
export function watchedLine({ series, found, since, level }: Judged, muted: boolean, left?: NonNullable<Notice['figure']>): WatchAnswer['series'][number] {
  const last = series.points.at(-1);
  // Of too few people nothing is ever told: there is no range that could be left.
  const range = found !== undefined && worthAWord(series).fewest !== Number.POSITIVE_INFINITY ? found : undefined;
  return {
    key: series.key,
    subject: series.subject,
    measure: series.measure,
    label: series.label,
    unit: series.unit,
    week: last?.starts ?? null,
    actual: last?.value ?? null,
    expected: left?.expected ?? found?.expected ?? null,
    low: left?.low ?? (range === undefined ? null : Math.max(series.points.every(({ value }) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY, range.low)),
    high: left?.high ?? range?.high ?? null,
    score: found?.score ?? null,
    unusual: left !== undefined || (found?.unusual ?? false),
    since: since?.starts ?? null,
    level: level === undefined ? null : { since: level.since, weeks: level.weeks, before: level.before, after: level.after },
    enough: left !== undefined || found !== undefined,
    muted,
    weeks: series.points.slice(-26).map(({ starts, value }) => ({ starts, value })),
  };
}

/** What the notice is told about, as an instant: the end of its newest week. */
export const happenedAt = ({ series }: Pick<Judged, 'series'>): string => formatInstant(series.points.at(-1)?.end ?? (0 as Instant));
