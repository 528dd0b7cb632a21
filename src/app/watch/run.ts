import type { Notice, NoticeDraft, WatchRun } from '../../contract/index.ts';
import type { WatchAnswer } from '../../contract/schemas.ts';
import { inTime } from '../../control/index.ts';
import { day } from '../../core/index.ts';
import { contributorsTo, happenedAt, type InsightContext, type Judged, judged, noticeWords, oneWeek, watchedIn, watchedLine } from '../../insight/index.ts';
import { insightAt } from '../insight/context.ts';
import { listMutes } from '../notices/list.ts';
import { raiseNotice } from '../notices/raise.ts';
import { readNotice } from '../notices/row.ts';
import type { App } from '../open.ts';
import { metricAgainstForecast, segmentAgainstForecast } from './against-forecast.ts';
import { fillSegmentWeeks } from './fill.ts';
import { levelsLeft } from './level.ts';
import { silentWeeks } from './silence.ts';
import { noteModels, watchedShop, type WatchedShop } from './series.ts';

/** At most so many segments of a week: when everything moves, the metrics say why, and forty lines of it are noise. */
const mostOfSegments = 5;

/** What a segment was told for also moves its value and its flows, and those weeks later: for so long nothing more is told of it. */
const quietFor = 4 * 7 * day;

/** Works out one earlier week that no run recorded: false once there is none left. Apart from the rest, so that nobody who writes waits for all of them. */
export async function prepareWatch(app: App): Promise<boolean> {
  const { weeks } = await watchedShop(app, await insightAt(app, undefined));
  return (await fillSegmentWeeks(app, weeks, 1)) > 0;
}

/**
 * Looks at everything that is watched and tells what is unusual, once: first works out what earlier weeks lacked, then judges each series' newest whole week, then holds segments' sizes,
 * revenue and orders against what was foretold at the week's start.
 */
export async function runWatch(app: App, asOf?: string): Promise<WatchRun> {
  const context = await insightAt(app, asOf);
  await noteModels(app, context);
  const { weeks } = await watchedShop(app, context);
  await fillSegmentWeeks(app, weeks);
  const { series } = await watchedShop(app, context);
  const all = judged(series);
  const raised: Notice[] = [];
  const tell = async (draft: NoticeDraft): Promise<void> => {
    const notice = await raiseNotice(app, draft);
    if (notice !== undefined) raised.push(notice);
  };
  const silence = await silentWeeks(context, weeks);
  if (silence !== undefined) await tell(silence);
  const found = all.filter(({ found: each }) => each?.unusual === true);
  const levels = await levelsLeft(app, context, all, weeks);
  for (const { draft } of levels) await tell(draft);
  const already = new Set(levels.flatMap(({ keys }) => keys));
  for (const each of found.filter(({ series: { key, subject } }) => subject.type !== 'segment' && !already.has(key)))
    await tell(await draftOf(context, each, weeks));
  // Of one segment its size comes first: its value and flow follow from it.
  const segments = found
    .filter(({ series: { subject } }) => subject.type === 'segment')
    .toSorted(
      (a, b) => Number(b.series.measure === 'size') - Number(a.series.measure === 'size') || Math.abs(b.found?.score ?? 0) - Math.abs(a.found?.score ?? 0),
    );
  const before = await toldOfSegments(app, context);
  const once = new Set<string>();
  const end = weeks.at(-1)?.end ?? context.at;
  const enough = (): boolean => before.in(end) + once.size >= mostOfSegments;
  const quiet = (id: string): boolean => once.has(id) || before.of(id);
  for (const each of segments) {
    // Of a week in which everything moved, the rest is not told in the weeks after.
    const since = each.since?.end ?? end;
    if (enough() || quiet(each.series.subject.id) || (since < end && before.in(since) >= mostOfSegments)) continue;
    once.add(each.series.subject.id);
    await tell(await draftOf(context, each, weeks));
  }
  for (const { series: each } of all) {
    if (enough()) break;
    const draft = quiet(each.subject.id) ? undefined : await segmentAgainstForecast(context, each, weeks);
    if (draft === undefined) continue;
    once.add(each.subject.id);
    await tell(draft);
  }
  for (const {
    series: { key },
  } of found)
    already.add(key);
  for (const measure of ['revenue', 'orders'] as const) {
    const draft = already.has(`metric:${measure}`) ? undefined : await metricAgainstForecast(app, context, measure, weeks);
    if (draft !== undefined) await tell(draft);
  }
  return { as_of: context.asOf, looked_at: series.length, raised };
}

/** What was told of segments lately: of which, and how many of each week. */
async function toldOfSegments(
  { control }: App,
  { at }: InsightContext,
): Promise<{ readonly of: (id: string) => boolean; readonly in: (end: number) => number }> {
  const rows = await control
    .selectFrom('notices')
    .select(['subject_id', inTime('at').as('then')])
    .where('subject_type', '=', 'segment')
    .where('kind', 'in', ['unusual', 'forecast'])
    .where(inTime('at'), '>', at - quietFor)
    .where(inTime('at'), '<=', at)
    .execute();
  const ids = new Set(rows.map(({ subject_id: id }) => id));
  return { of: (id) => ids.has(id), in: (end) => rows.filter(({ then }) => then === end).length };
}

/** What is watched, and what its newest week was expected to be. */
export async function watch(app: App, request: { readonly as_of?: string | undefined }): Promise<WatchAnswer> {
  const context = await insightAt(app, request.as_of);
  const { series } = await watchedShop(app, context);
  const mutes = await listMutes(app);
  const all = judged(series);
  const left = await leftTheirForecast(app, all);
  const moved = all.filter(({ level }) => level !== undefined).length;
  const strange = all.filter(({ series: { key }, found }) => found?.unusual === true || left.has(key));
  return {
    as_of: context.asOf,
    sentence: `${
      strange.length === 0
        ? `Nothing is unusual among the ${all.filter(({ found }) => found !== undefined).length} figures that are watched.`
        : `${strange.length} of ${all.length} figures that are watched ${strange.length === 1 ? 'is' : 'are'} unusual in the newest whole week.`
    }${moved === 0 ? '' : ` ${moved === 1 ? 'One has' : `${moved} have`} stayed at another level than before for four weeks and more.`}`,
    how: 'Each figure’s newest whole week against the median of the eight before, corrected by its season where there is one, or against the same place of its rhythm (every second, third or fourth week, or the same week of the month) where it has one. Unusual is what lies so far from it that chance alone would tell of about one figure of its kind a year, by how far past weeks lay off, and a tenth or more; of people in segments also five or more and, of those who came and went, a twentieth of the segment; of what they had spent a quarter, and that of thirty people or more. A segment that nobody was in yet has no usual size. Of the shop’s own figures also the newest four to eight weeks together are held against the sixteen before: where they lie so far to one side that chance alone would tell of it once in many years, and a fifth or more, they stand at another level, unless that was under way before or comes every year. What a notice told of the week because it left its forecast is unusual too, and stands beside what was foretold.',
    series: all
      .map((each) =>
        watchedLine(
          each,
          mutes.some(
            ({ subject, kind, until }) =>
              subject.type === each.series.subject.type &&
              subject.id === each.series.subject.id &&
              (kind === null || kind === 'unusual') &&
              (until === null || until > context.asOf),
          ),
          left.get(each.series.key),
        ),
      )
      .toSorted(
        (a, b) =>
          Number(b.unusual) - Number(a.unusual) || Number(b.level !== null) - Number(a.level !== null) || Math.abs(b.score ?? 0) - Math.abs(a.score ?? 0),
      ),
  };
}

/** What notices told of the newest whole week because it left its forecast, by the figure's key. */
async function leftTheirForecast({ control }: App, all: readonly Judged[]): Promise<ReadonlyMap<string, NonNullable<Notice['figure']>>> {
  const rows = await control.selectFrom('notices').selectAll().where('kind', '=', 'forecast').execute();
  const told = rows.map(readNotice);
  return new Map(
    all.flatMap((each) => {
      const { key, subject, measure } = each.series;
      if (subject.type === 'segment' && measure !== 'size') return [];
      const figure = told.find(
        (notice) => notice.subject.type === subject.type && notice.subject.id === subject.id && Date.parse(notice.at) === Date.parse(happenedAt(each)),
      )?.figure;
      return figure === null || figure === undefined ? [] : [[key, figure] as const];
    }),
  );
}

async function draftOf(context: InsightContext, each: Judged, weeks: WatchedShop['weeks']): Promise<NoticeDraft> {
  const { series, found, since } = each;
  const last = series.points.at(-1);
  // Weeks of the same happening are no measure of what was usual before it.
  const begun = since === undefined ? 0 : series.points.length - 1 - series.points.findIndex(({ starts }) => starts === since.starts);
  const explained = series.subject.type === 'metric' ? await contributorsTo(context, watchedIn(series), weeks, { ...oneWeek, between: begun }) : [];
  const { title, sentence, severity } = noticeWords(context, each, explained);
  return {
    key: `${series.key}:${found !== undefined && found.score < 0 ? 'low' : 'high'}:${since?.starts ?? ''}`,
    kind: series.subject.type === 'model' ? 'model' : 'unusual',
    severity,
    subject: series.subject,
    title,
    sentence,
    at: happenedAt(each),
    figure: found === undefined ? null : { unit: series.unit, actual: last?.value ?? 0, expected: found.expected, low: found.low, high: found.high },
    contributors: explained,
  };
}
