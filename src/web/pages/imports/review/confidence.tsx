import { useTranslation } from 'react-i18next';
import type { ColumnMapping } from '../../../../contract/index.ts';
import styles from './review.module.css';

/** How sure it is that a column means this: a bar, a word, and why. */
export function Confidence({ column: { field, confidence, reason } }: { readonly column: ColumnMapping }) {
  const { t } = useTranslation('imports');
  if (field === 'ignore' || (field === 'custom' && reason !== '--map'))
    return <span className={styles.ignored}>{t(`confidence.${field === 'ignore' ? 'ignored' : 'kept'}`)}</span>;
  const word =
    reason === '--map' ? t('confidence.chosen') : confidence >= 0.9 ? t('confidence.sure') : confidence >= 0.6 ? t('confidence.likely') : t('confidence.guess');
  return (
    <span className={styles.confidence} title={reason === '--map' ? undefined : reason}>
      <span className={styles.track} aria-hidden>
        <i style={{ width: `${Math.round(confidence * 100)}%` }} />
      </span>
      {word}
    </span>
  );
}
