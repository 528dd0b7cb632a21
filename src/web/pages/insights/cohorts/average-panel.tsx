import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LineChart } from '../../../charts/line-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Cohorts } from '../insights-query.ts';

/** The average curve of all cohorts: how many of those who came still order, so many periods later. */
export function AveragePanel({ data: { average, by } }: { readonly data: Cohorts }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const later = useMemo(() => average.filter(({ after }) => after > 0), [average]);
  const axis = useMemo(() => later.map(({ after }) => String(after)), [later]);
  const lines = useMemo(() => [{ name: t('cohorts.average'), values: later.map(({ share }) => share) }], [later, t]);
  const last = later.at(-1);
  const finding = t('cohorts.averageFinding', {
    first: format.share(later[0]?.share ?? 0),
    last: format.share(last?.share ?? 0),
    period: t(`cohorts.periods.${by}`, { count: last?.after ?? 0 }),
    begin: t(`cohorts.periods.${by}`, { count: 1 }),
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
