import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './waiting.module.css';

const patience = 150;
/** Whoever has waited so long wants to know that it goes on. */
const long = 3000;

/** Grey bars where something will stand, but only after 150 ms: what is quick never flickers. What takes long says so. */
export function Waiting({ lines = 3, height }: { readonly lines?: number; readonly height?: number }) {
  const { t } = useTranslation('common');
  const [late, setLate] = useState(false);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timers = [setTimeout(() => setLate(true), patience), setTimeout(() => setSlow(true), long)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (!late) return <div style={{ minHeight: height ?? lines * 28 }} />;
  return (
    <div role="status" aria-label={t('loading')} style={{ minHeight: height ?? lines * 28 }}>
      {height === undefined ? (
        Array.from({ length: lines }, (_, index) => <Skeleton key={index} height={16} mb={12} width={index === lines - 1 ? '60%' : '100%'} radius="xs" />)
      ) : (
        <Skeleton height={height} radius="md" />
      )}
      {slow ? <p className={styles.slow}>{t('slow')}</p> : null}
    </div>
  );
}
