import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { rulesQuery } from './offers-queries.ts';

/** What is bought in one order, as rules. */
export function RulesPanel() {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const asked = useQuery(rulesQuery);
  return (
    <AskedPanel title={t('rules.title')} answer={asked} height={320}>
      {({ items, orders }) => {
        const table = {
          columns: [
            { header: t('rules.when') },
            { header: t('rules.then') },
            { header: t('rules.orders'), format: format.count },
            { header: t('rules.confidence'), format: format.share },
            { header: t('rules.lift'), format: format.decimal },
          ],
          rows: items.map(({ when, offer, orders: count, confidence, lift }) => [
            format.list(when.map(({ name }) => name)),
            offer.name,
            count,
            confidence,
            lift,
          ]),
        };
        return (
          <Panel
            title={t('rules.title')}
            finding={items[0]?.sentence ?? t('rules.none', { count: orders, formatted: format.count(orders) })}
            how={t('rules.how', { formatted: format.count(orders) })}
            table={table}
          >
            {items.length === 0 ? null : <PanelTable table={table} label={t('rules.title')} />}
          </Panel>
        );
      }}
    </AskedPanel>
  );
}
