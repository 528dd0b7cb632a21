import type { Contributor } from '../../contract/schemas.ts';
import type { Notice } from '../../contract/index.ts';
import { readValue, writtenDate } from '../../core/index.ts';
import type { InsightContext } from '../base/context.ts';
import { count, share } from '../report/words.ts';
import type { Judged } from './watched.ts';

/** Title, finding and weight of what is unusual. Less of what a shop lives from is a warning; far outside it is urgent. */
export function noticeWords(
  context: InsightContext,
  { series, found, since }: Judged,
  contributors: readonly Contributor[],
): Pick<Notice, 'title' | 'sentence' | 'severity'> {
  const last = series.points.at(-1);
  if (found === undefined || last === undefined) return { title: series.label, sentence: '', severity: 'info' };
  const below = found.score < 0;
  const shown = (value: number): string =>
    series.unit === 'money' ? context.words.money(Math.round(value)) : series.unit === 'people' || series.unit === 'count' ? plain(value) : share(value);
  // There is no part of a person: of a range of people the whole numbers in it are told.
  const whole = (round: (value: number) => number, value: number): number => (series.unit === 'people' ? round(value) : value);
  const label = `${series.label.charAt(0).toUpperCase()}${series.label.slice(1)}`;
  const much = Math.abs(found.expected) < 1e-9 ? '' : `, ${share(Math.abs(last.value / found.expected - 1))} ${below ? 'less' : 'more'} than usual`;
  const stretch = since === undefined || since.starts === last.starts ? '' : ` It has been so since the week of ${writtenDate(since.starts)}.`;
  const why =
    contributors.length === 0
      ? ''
      : ` Most of it: ${contributors
          .slice(0, 3)
          .map(
            ({ dimension, label: part, share: made }) =>
              `${dimension} ${readValue(dimension, part)} (${made > 1.005 ? 'all of the change and more' : `${share(made)} of the change`})`,
          )
          .join(', ')}.`;
  return {
    title: `${label}: unusually ${below ? 'low' : 'high'}`,
    sentence: `${label} in the week of ${writtenDate(last.starts)}: ${shown(last.value)}${much}; ${shown(whole(Math.ceil, Math.max(0, found.low)))} to ${shown(whole(Math.floor, found.high))} would not have been strange.${stretch}${why}`,
    severity: below && series.subject.type === 'metric' ? (Math.abs(found.score) > 7 ? 'urgent' : 'warning') : 'info',
  };
}

const plain = (value: number): string => (Math.abs(value) >= 10 ? count(Math.round(value)) : String(Math.round(value * 100) / 100));
