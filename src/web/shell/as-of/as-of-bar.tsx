import { useTranslation } from 'react-i18next';
import { seeAsOf, seenAsOf } from '../../api/seen-as-of.ts';
import { useFormat } from '../../components/format/use-format.ts';
import styles from './as-of-bar.module.css';

/** Says on every page that another day than today is looked from. */
export function AsOfBar() {
  const { t } = useTranslation('shell');
  const format = useFormat();
  if (seenAsOf === undefined) return null;
  return (
    <p className={styles.bar} role="status">
      {seenAsOf === 'latest' ? t('asOf.latest') : t('asOf.seen', { day: format.date(seenAsOf) })}{' '}
      <button type="button" className={styles.back} onClick={() => seeAsOf(undefined)}>
        {t('asOf.back')}
      </button>
    </p>
  );
}
