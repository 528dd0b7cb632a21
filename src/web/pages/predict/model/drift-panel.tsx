import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Card } from '../predict-queries.ts';

const most = 8;
/** Usual limits of the population stability index. */
const some = 0.1;
/** Below this nothing has moved, and bars of nothing say less than the sentence. */
const visible = 0.01;

/** Whether today's customers are still those that it learned from. */
export function DriftPanel({ drift }: { readonly drift: NonNullable<Card['drift']> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bars = useMemo(
    () =>
      drift.columns
        .filter(({ psi }) => psi >= visible)
        .slice(0, most)
        .map(({ label, psi }) => ({ name: label, value: psi, tone: psi > some ? ('risk' as const) : ('neutral' as const) })),
    [drift],
  );
  return (
    <Panel
      title={t('drift.title')}
      finding={drift.sentence}
      how={t('drift.how')}
      {...(bars.length === 0 ? {} : { chart: <BarChart label={drift.sentence} bars={bars} format={format.fine} lying /> })}
      table={{
        columns: [{ header: t('drift.column') }, { header: t('drift.index'), format: format.fine }],
        rows: drift.columns.map(({ label, psi }) => [label, psi]),
      }}
    />
  );
}
