import { useTranslation } from 'react-i18next';
import { Spark } from '../../../components/figure/spark.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { SeverityBadge } from '../../../components/notices/severity-badge.tsx';
import { usualRange } from './usual-range.ts';
import styles from './watch.module.css';
import type { OneSeries, Watched } from './watch-query.ts';

const most = 30;

const sideOf = (level: OneSeries['level']): 'lower' | 'higher' => (level !== null && level.after < level.before ? 'lower' : 'higher');

/** Everything that is watched: its newest week against the usual range, the unusual first. */
export function SeriesPanel({ data }: { readonly data: Watched }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const value = (unit: OneSeries['unit'], amount: number | null) =>
    amount === null ? '–' : unit === 'money' ? format.money(amount) : unit === 'share' ? format.share(amount) : format.count(amount);
  const series = data.series.toSorted(
    (one, other) =>
      Number(other.unusual) - Number(one.unusual) ||
      Number(other.level !== null) - Number(one.level !== null) ||
      Math.abs(other.score ?? 0) - Math.abs(one.score ?? 0),
  );
  const range = ({ unit, low, high }: OneSeries) => {
    if (low === null || high === null) return '–';
    const told = usualRange(unit, { low, high });
    return `${value(unit, told.low)} – ${value(unit, told.high)}`;
  };
  return (
    <Panel
      title={t('watch.series')}
      finding={data.sentence}
      how={data.how}
      table={{
        columns: [
          { header: t('watch.what') },
          { header: t('watch.week') },
          { header: t('watch.actual') },
          { header: t('watch.range') },
          { header: t('watch.state') },
        ],
        rows: series.map((each) => [each.label, each.week === null ? '–' : format.date(each.week), value(each.unit, each.actual), range(each), stateOf(each)]),
      }}
    >
      <ul className={styles.list}>
        {series.slice(0, most).map((each) => (
          <li key={each.key} className={styles.series}>
            <span>
              {each.label}
              {each.unusual || each.level !== null ? (
                <>
                  {' '}
                  <SeverityBadge severity="warning">{each.unusual ? t('watch.unusual') : t(`watch.${sideOf(each.level)}`)}</SeverityBadge>
                </>
              ) : null}
            </span>
            <Spark values={each.weeks.slice(-26).map((week) => week.value)} />
            <span className={styles.number}>{value(each.unit, each.actual)}</span>
            <span className={styles.muted}>
              {each.week === null ? '' : `${t('watch.weekOf', { day: format.date(each.week) })}: `}
              {!each.enough ? t('watch.tooFew') : each.low === null ? t('watch.tooFewPeople') : t('watch.usually', { range: range(each) })}
              {each.level === null ? '' : `; ${levelOf(each.unit, each.level)}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );

  function stateOf({ unusual, enough, muted, level, unit }: OneSeries): string {
    if (muted) return t('watch.muted');
    if (!enough) return t('watch.tooFew');
    if (level !== null) return levelOf(unit, level);
    return unusual ? t('watch.unusual') : t('watch.usual');
  }

  function levelOf(unit: OneSeries['unit'], { since, before, after }: NonNullable<OneSeries['level']>): string {
    return t('watch.level', { day: format.date(since), before: value(unit, before), after: value(unit, after) });
  }
}
