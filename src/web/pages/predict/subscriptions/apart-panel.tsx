import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Lasting } from './subscriptions-query.ts';

type Props = { readonly by: NonNullable<Lasting['by']> };

/** A curve for each value of what they are split by, and whether they differ. */
export function ApartPanel({ by: { name, date, groups, unknown, sentence } }: Props) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const chart = useMemo(() => {
    const axis = (groups.toSorted((a, b) => b.points.length - a.points.length)[0]?.points ?? []).map(({ days }) => days);
    const bands = groups.map(({ value, points }) => ({
      name: value,
      values: axis.map((_, at) => points[at]?.survival ?? null),
      low: axis.map((_, at) => points[at]?.low ?? null),
      high: axis.map((_, at) => points[at]?.high ?? null),
    }));
    return { axis: axis.map(String), bands };
  }, [groups]);
  const title =
    date === null ? t('subscriptions.apart', { name }) : t(`subscriptions.${name === 'ran' ? 'ranApart' : 'beganApart'}`, { day: format.date(date) });
  const summary = {
    columns: [
      { header: date === null ? name : t('subscriptions.when') },
      { header: t('subscriptions.began'), format: format.count },
      { header: t('subscriptions.ended'), format: format.count },
      { header: t('subscriptions.half'), format: format.count },
      { header: t('calls.low'), format: format.count },
      { header: t('calls.high'), format: format.count },
    ],
    rows: groups.map(({ value, subscriptions, ended, median_days: median, median_low: low, median_high: high }) => [
      value,
      subscriptions,
      ended,
      median,
      low,
      high,
    ]),
  };
  return (
    <Panel
      title={title}
      finding={sentence}
      how={t(`subscriptions.${date !== null && name === 'ran' ? 'ranHow' : 'apartHow'}`)}
      {...(chart.axis.length < 2
        ? {}
        : { chart: <BandChart label={sentence} {...chart} format={format.share} most={1} fromZero axisTitle={t('subscriptions.days')} height={320} /> })}
      table={{
        columns: [
          { header: date === null ? name : t('subscriptions.when') },
          { header: t('subscriptions.days'), format: format.count },
          { header: t('subscriptions.watched'), format: format.count },
          { header: t('subscriptions.last'), format: format.share },
          { header: t('calls.low'), format: format.share },
          { header: t('calls.high'), format: format.share },
        ],
        rows: groups.flatMap(({ value, points }) =>
          points.map(({ days, at_risk: watched, survival, low, high }) => [value, days, watched, survival, low, high]),
        ),
      }}
    >
      <PanelTable table={summary} label={title} />
      {unknown === 0 ? null : <p>{t('subscriptions.unsaid', { count: unknown, formatted: format.count(unknown) })}</p>}
    </Panel>
  );
}
