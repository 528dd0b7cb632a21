import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { PurchaseGaps } from '../insights-query.ts';

/** Days from one order to the next. Choosing a bar names those who usually take so long. */
export function GapsPanel({ data }: { readonly data: PurchaseGaps }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const names = useMemo(
    () =>
      data.bins.map(({ from_days: from, to_days: to }) =>
        to === null ? t('rhythm.from', { from }) : to - from <= 1 ? t('rhythm.under', { to }) : t('rhythm.between', { from, to }),
      ),
    [data, t],
  );
  const bars = useMemo(() => data.bins.map(({ gaps }, index) => ({ name: names[index] ?? '', value: gaps })), [data, names]);
  return (
    <GroupPanel
      title={t('rhythm.title')}
      finding={data.sentence}
      how={data.how}
      table={{
        columns: [{ header: t('rhythm.days') }, { header: t('rhythm.gaps'), format: format.count }, { header: t('rhythm.usual'), format: format.count }],
        rows: data.bins.map(({ gaps, people }, index) => [names[index] ?? '', gaps, people]),
      }}
      groups={data.bins.map(({ people, expression }, index) => ({ title: t('rhythm.usually', { days: names[index] ?? '' }), people, expression }))}
      chart={(choose) => <BarChart label={data.sentence} bars={bars} format={format.count} onSelect={choose} />}
    />
  );
}
