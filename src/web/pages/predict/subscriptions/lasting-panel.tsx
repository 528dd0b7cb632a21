import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Lasting } from './subscriptions-query.ts';

/** The product-limit curve: which share lasts how long. */
export function LastingPanel({ data }: { readonly data: Lasting }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { points, subscriptions, ended, median_days: median } = data;
  const chart = useMemo(
    () => ({
      axis: points.map(({ days }) => String(days)),
      bands: [
        {
          name: t('subscriptions.last'),
          values: points.map(({ survival }) => survival),
          low: points.map(({ low }) => low),
          high: points.map(({ high }) => high),
        },
      ],
    }),
    [points, t],
  );
  const counted = t('subscriptions.counted', { count: subscriptions, formatted: format.count(subscriptions), ended: format.count(ended) });
  const half = median === null ? t('subscriptions.noMedian') : t('subscriptions.median', { count: Math.round(median), formatted: format.count(median) });
  const finding = subscriptions === 0 ? t('subscriptions.nobody', { event: data.start }) : `${counted} ${half}`;
  return (
    <Panel
      title={t('subscriptions.title')}
      finding={finding}
      how={t('subscriptions.how')}
      {...(points.length < 2
        ? {}
        : { chart: <BandChart label={finding} {...chart} format={format.share} most={1} fromZero axisTitle={t('subscriptions.days')} height={320} /> })}
      table={{
        columns: [
          { header: t('subscriptions.days'), format: format.count },
          { header: t('subscriptions.watched'), format: format.count },
          { header: t('subscriptions.last'), format: format.share },
          { header: t('calls.low'), format: format.share },
          { header: t('calls.high'), format: format.share },
        ],
        rows: points.map(({ days, at_risk: watched, survival, low, high }) => [days, watched, survival, low, high]),
      }}
    />
  );
}
