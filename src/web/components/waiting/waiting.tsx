import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const patience = 150;

/** Grey bars where something will stand, but only after 150 ms: what is quick never flickers. */
export function Waiting({ lines = 3, height }: { readonly lines?: number; readonly height?: number }) {
  const { t } = useTranslation('common');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return <div style={{ minHeight: height ?? lines * 28 }} />;
  return (
    <div role="status" aria-label={t('loading')} style={{ minHeight: height ?? lines * 28 }}>
      {height === undefined ? (
        Array.from({ length: lines }, (_, index) => <Skeleton key={index} height={16} mb={12} width={index === lines - 1 ? '60%' : '100%'} radius="xs" />)
      ) : (
        <Skeleton height={height} radius="md" />
      )}
    </div>
  );
}
