import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { PurchaseGaps } from '../insights-query.ts';

const mostBars = 12;

/** Whether people come back sooner the more often they have. */
export function ByOrderPanel({ data }: { readonly data: PurchaseGaps }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const shown = useMemo(() => data.by_order.slice(0, mostBars), [data]);
  const bars = useMemo(() => shown.map(({ order, median }) => ({ name: t('rhythm.step', { from: order, to: order + 1 }), value: median })), [shown, t]);
  const [first, last] = [shown[0], shown.at(-1)];
  const finding =
    first === undefined || last === undefined || first === last
      ? undefined
      : t('rhythm.byOrderFinding', { first: format.count(first.median), last: format.count(last.median), order: last.order + 1 });
  return (
    <GroupPanel
      title={t('rhythm.byOrder')}
      finding={finding}
      how={t('rhythm.byOrderHow')}
      table={{
        columns: [
          { header: t('rhythm.orders') },
          { header: t('rhythm.median'), format: format.decimal },
          { header: t('rhythm.quarter'), format: format.decimal },
          { header: t('rhythm.threeQuarters'), format: format.decimal },
          { header: t('people'), format: format.count },
        ],
        rows: shown.map(({ order, median, p25, p75, people }) => [t('rhythm.step', { from: order, to: order + 1 }), median, p25, p75, people]),
      }}
      groups={shown.map(({ order, people, expression }) => ({ title: t('rhythm.atLeast', { count: order + 1 }), people, expression }))}
      chart={
        bars.length === 0 ? undefined : (choose) => <BarChart label={finding ?? t('rhythm.byOrder')} bars={bars} format={format.decimal} onSelect={choose} />
      }
    />
  );
}
