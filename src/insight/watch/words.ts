import type { Contributor } from '../../contract/schemas.ts';
import type { Notice } from '../../contract/index.ts';
import { readValue, writtenDate } from '../../core/index.ts';
import type { InsightContext } from '../base/context.ts';
import { count, share } from '../report/words.ts';
import type { Judged, WatchedLevel, WatchedSeries } from './watched.ts';

/** Title, finding and weight of what is unusual. Less of what a shop lives from is a warning; far outside it is urgent. */
export function noticeWords(
  context: InsightContext,
  { series, found, since }: Judged,
  contributors: readonly Contributor[],
): Pick<Notice, 'title' | 'sentence' | 'severity'> {
  const last = series.points.at(-1);
  if (found === undefined || last === undefined) return { title: series.label, sentence: '', severity: 'info' };
  const below = found.score < 0;
  const shown = shownIn(context, series);
  // There is no part of a person: of a range of people the whole numbers in it are told.
  const whole = (round: (value: number) => number, value: number): number => (series.unit === 'people' ? round(value) : value);
  const label = capital(series.label);
  const much = Math.abs(found.expected) < 1e-9 ? '' : `, ${share(Math.abs(last.value / found.expected - 1))} ${below ? 'less' : 'more'} than usual`;
  const stretch = since === undefined || since.starts === last.starts ? '' : ` It has been so since the week of ${writtenDate(since.starts)}.`;
  const why = mostOfIt(contributors);
  return {
    title: `${label}: unusually ${below ? 'low' : 'high'}`,
    sentence: `${label} in the week of ${writtenDate(last.starts)}: ${shown(last.value)}${much}; ${shown(whole(Math.ceil, Math.max(0, found.low)))} to ${shown(whole(Math.floor, found.high))} would not have been strange.${stretch}${why}`,
    severity: below && series.subject.type === 'metric' ? (Math.abs(found.score) > 7 ? 'urgent' : 'warning') : 'info',
  };
}

const plain = (value: number): string => (Math.abs(value) >= 10 ? count(Math.round(value)) : String(Math.round(value * 100) / 100));

const capital = (label: string): string => `${label.charAt(0).toUpperCase()}${label.slice(1)}`;

const shownIn =
  ({ words }: InsightContext, { unit }: WatchedSeries) =>
  (value: number): string =>
    unit === 'money' ? words.money(Math.round(value)) : unit === 'people' || unit === 'count' ? plain(value) : share(value);

function mostOfIt(contributors: readonly Contributor[]): string {
  if (contributors.length === 0) return '';
  const parts = contributors
    .slice(0, 3)
    .map(
      ({ dimension, label: part, share: made }) =>
        `${dimension} ${readValue(dimension, part)} (${made > 1.005 ? 'all of the change and more' : `${share(made)} of the change`})`,
    );
  return ` Most of it: ${parts.join(', ')}.`;
}

type AtLevel = { readonly series: WatchedSeries; readonly level: WatchedLevel };

/** Title and finding of a level that was left, of the first of the figures; the others that went the same way are named with it. */
export function levelWords(
  context: InsightContext,
  [{ series, level }, ...others]: readonly [AtLevel, ...AtLevel[]],
  contributors: readonly Contributor[],
): Pick<Notice, 'title' | 'sentence' | 'severity'> {
  const shown = shownIn(context, series);
  const below = level.after < level.before;
  const label = capital(series.label);
  const than = `the ${shown(level.before)} of the sixteen weeks before`;
  const much = level.before > 0 ? `${share(Math.abs(level.after / level.before - 1))} ${below ? 'less' : 'more'} than ${than}` : `after ${than}`;
  const also = others.map(
    (other) => `${other.series.label} (from ${shownIn(context, other.series)(other.level.before)} to ${shownIn(context, other.series)(other.level.after)})`,
  );
  const alike = also.length === 0 ? '' : ` With it went ${joined(also)}.`;
  const season = level.seasonKnown ? '' : ' No earlier year is known here, so it may be the season.';
  return {
    title: `${label}: ${below ? 'lower' : 'higher'} for ${level.weeks} weeks`,
    sentence: `${label} since the week of ${writtenDate(level.since)}: about ${shown(level.after)} a week, ${much}. That it has stayed so for ${level.weeks} weeks is hardly chance.${alike}${season}${mostOfIt(contributors)}`,
    severity: below ? (level.after < level.before / 2 ? 'urgent' : 'warning') : 'info',
  };
}

const joined = (all: readonly string[]): string => (all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`);
