import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import type { Card } from '../predict-queries.ts';
import { useCounts } from './use-counts.ts';

/** What each candidate needs to be learned, and what this shop has. */
export function EnoughPanel({ card: { enough, chosen_because: because } }: { readonly card: Pick<Card, 'enough' | 'chosen_because'> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const counts = useCounts();
  const able = enough.filter((each) => each.enough).length;
  const table = {
    columns: [{ header: t('enough.candidate') }, { header: t('enough.needs') }, { header: t('enough.has') }, { header: t('enough.enough') }],
    rows: enough.map((each) => [each.label, counts(each.needs), counts(each.has), each.enough ? t('enough.yes') : t('enough.no')]),
  };
  return (
    <Panel title={t('enough.title')} finding={because} how={t('enough.how')} table={table}>
      <p>{t('enough.able', { count: able, formatted: format.count(able), all: format.count(enough.length) })}</p>
      <PanelTable table={table} label={t('enough.title')} />
    </Panel>
  );
}
