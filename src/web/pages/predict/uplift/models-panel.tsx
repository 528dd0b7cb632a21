import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Uplift } from './uplift-query.ts';

/** Which way to tell whom it changes is better than treating people at random, and by how much. */
export function ModelsPanel({ data }: { readonly data: Uplift }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const chosen = data.models.find((model) => model.chosen);
  const small = (value: number): string => value.toFixed(4);
  const table = {
    columns: [
      { header: t('enough.candidate') },
      { header: t('uplift.qini'), format: small },
      { header: t('uplift.qiniError'), format: small },
      { header: t('uplift.auuc'), format: small },
      { header: t('uplift.top30'), format: format.share },
      { header: t('uplift.lowerHalf'), format: format.share },
    ],
    rows: data.models.map((model) => [
      `${model.label}${model.chosen ? ` (${t('forecast.chosen')})` : ''}`,
      model.qini,
      model.qini_error,
      model.auuc,
      model.top_30,
      model.bottom_half,
    ]),
  };
  return (
    <Panel
      title={t('uplift.models')}
      finding={chosen === undefined || chosen.kind === 'none' ? t('uplift.modelNone') : t('uplift.modelChosen', { label: chosen.label })}
      how={t('uplift.modelsHow')}
      table={table}
    >
      <PanelTable table={table} label={t('uplift.models')} />
    </Panel>
  );
}
