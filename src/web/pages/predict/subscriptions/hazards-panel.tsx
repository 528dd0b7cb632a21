import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import type { Lasting } from './subscriptions-query.ts';

type Props = { readonly hazards: NonNullable<Lasting['hazards']> };

/** What makes subscriptions end sooner or later. */
export function HazardsPanel({ hazards: { landmark, subscriptions, ended, concordance, covariates } }: Props) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const table = {
    columns: [
      { header: t('drivers.what') },
      { header: t('subscriptions.ratio'), format: format.fine },
      { header: t('calls.low'), format: format.fine },
      { header: t('calls.high'), format: format.fine },
    ],
    rows: covariates.map(({ label, ratio, low, high }) => [sentenceCase(label), ratio, low, high]),
  };
  const soonest = covariates[0];
  return (
    <Panel
      title={t('subscriptions.hazards')}
      finding={soonest === undefined ? t('subscriptions.noHazards') : soonest.sentence}
      how={t('subscriptions.hazardsHow', { day: format.date(landmark), subscriptions: format.count(subscriptions), ended: format.count(ended) })}
      table={table}
    >
      {covariates.length === 0 ? null : <PanelTable table={table} label={t('subscriptions.hazards')} />}
      <ul className={styles.plain}>
        {covariates.slice(1).map(({ label, sentence }) => (
          <li key={label}>{sentence}</li>
        ))}
      </ul>
      {concordance === null ? null : <p className={styles.muted}>{t('subscriptions.concordance', { times: Math.round(100 * concordance) })}</p>}
    </Panel>
  );
}
