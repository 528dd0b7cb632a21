import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { TableBehind } from '../../../components/panel/table-behind.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import type { Card } from '../predict-queries.ts';
import { RecommenderPanel } from './recommender-panel.tsx';

type Entrant = { readonly label: string; readonly chosen: boolean; readonly above: number; readonly error: number };

/** Who competed, how far each was behind the best, and by how much chance alone could explain that. */
export function CandidatesPanel({ details }: { readonly details: Card['details'] }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  switch (details.kind) {
    case 'value':
      return (
        <Entrants
          entrants={details.candidates}
          table={{
            columns: [
              { header: t('enough.candidate') },
              { header: t('backtest.cutOff') },
              { header: t('value.ordersForetold'), format: format.decimal },
              { header: t('value.ordersCame'), format: format.count },
              { header: t('backtest.mae'), format: format.fine },
              { header: t('backtest.deviance'), format: format.fine },
              { header: t('backtest.brier'), format: format.fine },
            ],
            rows: details.candidates.flatMap(({ label, cut_offs: cutOffs }) =>
              cutOffs.map(({ date, quality }) => [label, format.date(date), quality.predicted, quality.actual, quality.mae, quality.deviance, quality.brier]),
            ),
          }}
        />
      );
    case 'classifier':
      return (
        <>
          <Entrants
            entrants={details.candidates}
            table={{
              columns: [
                { header: t('enough.candidate') },
                { header: t('backtest.auc'), format: format.fine },
                { header: t('backtest.precision'), format: format.fine },
                { header: t('backtest.logLoss'), format: format.fine },
                { header: t('backtest.above'), format: format.fine },
                { header: t('backtest.error'), format: format.fine },
              ],
              rows: details.candidates.map((each) => [each.label, each.auc, each.average_precision, each.log_loss, each.above, each.error]),
            }}
          />
          <CutOffs details={details} />
        </>
      );
    case 'recommendations':
      return <RecommenderPanel details={details} />;
    case 'timing':
    case 'groups':
      return null;
  }
}

function Entrants({ entrants, table }: { readonly entrants: readonly Entrant[]; readonly table: TableBehind }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bars = useMemo(
    () => entrants.map(({ label, above, chosen }) => ({ name: label, value: above, tone: chosen ? ('value' as const) : ('neutral' as const) })),
    [entrants],
  );
  const chosen = entrants.find((each) => each.chosen);
  const finding =
    chosen === undefined
      ? t('backtest.nobody')
      : t('backtest.finding', { label: chosen.label, above: format.fine(chosen.above), error: format.fine(chosen.error) });
  return (
    <Panel
      title={t('backtest.candidates')}
      finding={finding}
      how={t('backtest.candidatesHow')}
      chart={<BarChart label={finding} bars={bars} format={format.fine} lying />}
      table={table}
    >
      <PanelTable table={table} label={t('backtest.candidates')} />
    </Panel>
  );
}

function CutOffs({ details }: { readonly details: Extract<Card['details'], { readonly kind: 'classifier' }> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const table = {
    columns: [
      { header: t('backtest.cutOff') },
      { header: t('calibration.customers'), format: format.count },
      { header: t('gain.positives'), format: format.count },
    ],
    rows: details.cut_offs.map(({ date, customers, positives }) => [format.date(date), customers, positives]),
  };
  return (
    <Panel title={t('backtest.cutOffs')} finding={t('backtest.cutOffsFinding', { count: details.cut_offs.length })} table={table}>
      <PanelTable table={table} label={t('backtest.cutOffs')} />
    </Panel>
  );
}
