import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Lasting } from './subscriptions-query.ts';

/** How many of those that run now are expected to end in the next months, and how sure that is. */
export function ComingPanel({ coming: { running, periods, shares } }: { readonly coming: NonNullable<Lasting['to_come']> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const last = shares.at(-1);
  const table = {
    columns: [
      { header: t('subscriptions.within'), format: format.count },
      { header: t('subscriptions.end_share'), format: format.share },
      { header: t('calls.low'), format: format.share },
      { header: t('calls.high'), format: format.share },
    ],
    rows: shares.map(({ days, share, low, high }) => [days, share, low, high]),
  };
  const finding =
    last === undefined
      ? ''
      : t('subscriptions.coming', {
          count: running,
          formatted: format.count(running),
          share: format.share(last.share),
          low: format.share(last.low),
          high: format.share(last.high),
          days: last.days,
        });
  return (
    <Panel title={t('subscriptions.comingTitle')} finding={finding} how={t('subscriptions.comingHow', { count: periods })} table={table}>
      <PanelTable table={table} label={t('subscriptions.comingTitle')} />
    </Panel>
  );
}
