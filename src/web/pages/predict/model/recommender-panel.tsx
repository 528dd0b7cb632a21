import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Details } from '../predict-queries.ts';

/** Recommenders held against what customers went on to buy. */
export function RecommenderPanel({ details }: { readonly details: Details<'recommendations'> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { candidates, tested } = details;
  const bars = useMemo(
    () => candidates.map(({ label, ndcg, chosen }) => ({ name: label, value: ndcg, tone: chosen ? ('value' as const) : ('neutral' as const) })),
    [candidates],
  );
  const chosen = candidates.find((each) => each.chosen);
  const finding = t('ranked.finding', { label: chosen?.label ?? '', count: tested, formatted: format.count(tested) });
  return (
    <Panel
      title={t('ranked.title')}
      finding={finding}
      how={t('ranked.how')}
      chart={<BarChart label={finding} bars={bars} format={format.fine} lying />}
      table={{
        columns: [
          { header: t('enough.candidate') },
          { header: t('ranked.ndcg'), format: format.fine },
          { header: t('ranked.error'), format: format.fine },
          { header: t('ranked.precision'), format: format.share },
          { header: t('ranked.coverage'), format: format.share },
        ],
        rows: candidates.map(({ label, ndcg, error, precision, coverage }) => [label, ndcg, error, precision, coverage]),
      }}
    />
  );
}
