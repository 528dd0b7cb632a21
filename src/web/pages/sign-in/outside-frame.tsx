import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../shell/mark.tsx';
import styles from './outside-frame.module.css';

type Props = { readonly title: string; readonly beside?: ReactNode; readonly children: ReactNode };

/** The pages before the sign-in: one card, and at most a few words beside it. */
export function OutsideFrame({ title, beside, children }: Props) {
  const { t } = useTranslation('shell');
  useEffect(() => {
    document.title = t('pageTitle', { page: title, workspace: t('product') });
  }, [t, title]);
  return (
    <main className={styles.frame}>
      <div className={styles.brand}>
        <Mark size={28} />
        <span>{t('product')}</span>
      </div>
      <div className={beside === undefined ? styles.single : styles.pair}>
        {beside === undefined ? null : <div className={styles.beside}>{beside}</div>}
        <div className={styles.card}>{children}</div>
      </div>
    </main>
  );
}
