import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { periodName } from '../retention/row-name.ts';
import type { Satisfaction } from './satisfaction-query.ts';
import { useScore } from './use-score.ts';

/** The score by period, everybody's with its interval and each segment's beside it. */
export function OverTimePanel({ data }: { readonly data: Satisfaction }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const score = useScore(data.measure);
  const { periods, segments, overall } = data;
  const axis = useMemo(() => periods.map(({ starts }) => periodName(starts, data.by, format)), [periods, data.by, format]);
  const bands = useMemo(
    () => [
      {
        name: t('satisfaction.everybody'),
        values: periods.map((each) => each.score),
        low: periods.map((each) => each.low),
        high: periods.map((each) => each.high),
      },
      ...segments.map((segment) => ({
        name: segment.name,
        values: periods.map(({ starts }) => segment.periods.find((each) => each.starts === starts)?.score ?? null),
        dashed: true,
      })),
    ],
    [periods, segments, t],
  );
  return (
    <Panel
      title={t(`satisfaction.title.${data.measure}`)}
      finding={data.sentence}
      how={data.how}
      {...(overall.score === null
        ? {}
        : {
            chart: <BandChart label={data.sentence} axis={axis} bands={bands} format={score} height={320} {...(data.measure === 'csat' ? { most: 1 } : {})} />,
          })}
      table={{
        columns: [
          { header: t('satisfaction.period') },
          { header: t('satisfaction.answers'), format: format.count },
          { header: t('satisfaction.score'), format: score },
          { header: t('satisfaction.low'), format: score },
          { header: t('satisfaction.high'), format: score },
        ],
        rows: periods.map((each) => [periodName(each.starts, data.by, format), each.answers, each.score, each.low, each.high]),
      }}
    />
  );
}
