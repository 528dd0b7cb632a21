import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LineChart } from '../../../charts/line-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Cohorts } from '../insights-query.ts';
import { wellFounded } from './well-founded.ts';

/** The average curve of all cohorts: how many of those who came still order, so many periods later. */
export function AveragePanel({ data }: { readonly data: Cohorts }) {
  const { average, by } = data;
  const { t } = useTranslation('insights');
  const format = useFormat();
  const later = useMemo(() => average.filter(({ after }) => after > 0), [average]);
  const axis = useMemo(() => later.map(({ after }) => String(after)), [later]);
  const lines = useMemo(() => [{ name: t('cohorts.average'), values: later.map(({ share }) => share) }], [later, t]);
  const spoken = useMemo(() => wellFounded(data), [data]);
  const [first, last] = [spoken[0], spoken.at(-1)];
  const begin = t(`cohorts.periods.${by}`, { count: first?.after ?? 1 });
  const finding =
    first === undefined || last === undefined
      ? t('cohorts.averageFew', { begin })
      : first === last
        ? t('cohorts.averageFirst', { begin, first: format.share(first.share) })
        : t('cohorts.averageFinding', {
            first: format.share(first.share),
            last: format.share(last.share),
            period: t(`cohorts.periods.${by}`, { count: last.after }),
            begin,
          });
  return (
    <Panel
      title={t('cohorts.average')}
      finding={finding}
      how={t('cohorts.averageHow')}
      chart={<LineChart label={finding} axis={axis} lines={lines} format={format.share} area height={220} />}
      table={{
        columns: [
          { header: t(`cohorts.after.${by}`), format: format.count },
          { header: t('cohorts.share'), format: format.share },
          { header: t('cohorts.base'), format: format.count },
        ],
        rows: average.map(({ after, share, people }) => [after, share, people]),
      }}
    />
  );
}
