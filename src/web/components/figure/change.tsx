import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import styles from './figure.module.css';

export type ChangeOf = {
  /** A relative change (0.06 is 6% more) or a difference of shares (-0.01 is one point less); null where there is nothing to compare with. */
  readonly by: number | null;
  readonly unit?: 'share' | 'points';
  /** Which direction is welcome. */
  readonly good?: 'up' | 'down' | 'neither';
};

/** An arrow, a number and, for screen readers, a word: colour is never the only carrier. */
export function Change({ by, unit = 'share', good = 'up' }: ChangeOf) {
  const { t } = useTranslation('common');
  const format = useFormat();
  if (by === null) return <span className={styles.change}>{t('change.none')}</span>;
  const size = Math.abs(by);
  const amount = unit === 'share' ? format.share(size) : t('change.points', { count: Math.round(size * 1000) / 10, formatted: format.decimal(size * 100) });
  const direction = size < 0.0005 ? 'same' : by > 0 ? 'up' : 'down';
  if (direction === 'same') return <span className={styles.change}>{t('change.same')}</span>;
  const tone = good === 'neither' ? '' : direction === good ? styles.good : styles.bad;
  return (
    <span className={`${styles.change} ${tone}`}>
      <span aria-hidden>{direction === 'up' ? '▲' : '▼'} </span>
      <span className={styles.spoken}>{t(`change.${direction}`, { amount })}</span>
      <span aria-hidden>{amount}</span>
    </span>
  );
}
