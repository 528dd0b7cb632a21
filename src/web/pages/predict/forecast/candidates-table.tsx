import { useTranslation } from 'react-i18next';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Forecast } from './forecast-queries.ts';

/** Which ways to foretell competed on weeks that were held back, or what is missing for any to. */
export function CandidatesTable({ data: { candidates, chosen, enough, measure } }: { readonly data: Forecast }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const amount = measure === 'revenue' ? format.money : format.decimal;
  if (candidates.length === 0) {
    const table = {
      columns: [{ header: t('enough.candidate') }, { header: t('forecast.needs'), format: format.count }, { header: t('forecast.has'), format: format.count }],
      rows: enough.map(({ label, needs, has }) => [label, needs, has]),
    };
    return (
      <Panel title={t('enough.title')} finding={t('forecast.notEnough')} table={table}>
        <PanelTable table={table} label={t('enough.title')} />
      </Panel>
    );
  }
  const table = {
    columns: [
      { header: t('enough.candidate') },
      { header: t('backtest.mae'), format: amount },
      { header: t('forecast.wape'), format: format.share },
      { header: t('backtest.above'), format: amount },
      { header: t('backtest.error'), format: amount },
    ],
    rows: candidates.map((each) => [
      `${sentenceCase(each.label)}${each.chosen ? ` (${t('forecast.chosen')})` : ''}`,
      each.mae,
      each.wape,
      each.above_best,
      each.standard_error,
    ]),
  };
  return (
    <Panel title={t('backtest.candidates')} finding={chosen?.because} how={t('backtest.candidatesHow')} table={table}>
      <PanelTable table={table} label={t('backtest.candidates')} />
    </Panel>
  );
}
