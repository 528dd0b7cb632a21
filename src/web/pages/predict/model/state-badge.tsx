import { useTranslation } from 'react-i18next';
import type { Prediction } from '../predict-queries.ts';
import styles from '../predict.module.css';

/** Whether a model acts, waits, or has drifted, in a word. */
export function StateBadge({ model, begins = false }: { readonly model: Prediction /** It is being let act. */; readonly begins?: boolean }) {
  const { t } = useTranslation('predict');
  const { acting, challenger, drift, stale } = model;
  if (begins) return <span className={styles.badge}>{t('state.begins')}</span>;
  if (challenger !== null && challenger.no_better !== null && acting === null) return <span className={styles.badge}>{t('state.noBetter')}</span>;
  if (challenger !== null && challenger.no_better === null)
    return (
      <span className={styles.badge} data-state="waits">
        {t('state.waits')}
      </span>
    );
  if (acting === null) return <span className={styles.badge}>{t('state.untrained')}</span>;
  if (drift === 'strong' || stale !== null)
    return (
      <span className={styles.badge} data-state="warns">
        {drift === 'strong' ? t('state.drifted') : t('state.old')}
      </span>
    );
  return (
    <span className={styles.badge} data-state="approved">
      {t('state.acts')}
    </span>
  );
}
