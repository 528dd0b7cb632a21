import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Card } from '../predict-queries.ts';

/** Whether the model is as right, and picks as often, for each group of an attribute that the owner marked. */
export function FairnessPanel({ fairness }: { readonly fairness: Card['fairness'][number] }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { groups, label, sentence, threshold } = fairness;
  const bars = useMemo(() => groups.map(({ value, selected }) => ({ name: value, value: selected.value })), [groups]);
  const range = (measured: { readonly low: number; readonly high: number } | null) =>
    measured === null ? null : `${format.share(measured.low)} – ${format.share(measured.high)}`;
  return (
    <Panel
      title={t('fairness.title', { label })}
      finding={sentence}
      how={t('fairness.how', { threshold: format.share(threshold) })}
      chart={<BarChart label={sentence} bars={bars} format={format.share} lying />}
      table={{
        columns: [
          { header: label },
          { header: t('fairness.customers'), format: format.count },
          { header: t('fairness.picked'), format: format.share },
          { header: t('fairness.between') },
          { header: t('fairness.found'), format: format.share },
          { header: t('fairness.wrongly'), format: format.share },
          { header: t('fairness.promised'), format: format.share },
          { header: t('fairness.happened'), format: format.share },
        ],
        rows: groups.map((each) => [
          each.value,
          each.customers,
          each.selected.value,
          range(each.selected),
          each.true_positive?.value ?? null,
          each.false_positive?.value ?? null,
          each.predicted,
          each.actual.value,
        ]),
      }}
    />
  );
}
