import { Tooltip } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../components/format/use-format.ts';
import styles from './freshness.module.css';

/** When the counts are of: the time today, else the day. A dot says that newer ones are on their way. Pressed, it asks for another day. */
export function Freshness({ asOf, onOther }: { readonly asOf: string | null; readonly onOther: () => void }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const fetching = useIsFetching() > 0;
  if (asOf === null) return null;
  const today = format.day(new Date().toISOString()) === format.day(asOf);
  return (
    <Tooltip label={t('asOfTip', { moment: format.moment(asOf) })}>
      <button type="button" className={styles.freshness} onClick={onOther}>
        <span className={fetching ? `${styles.dot} ${styles.busy}` : styles.dot} aria-hidden />
        {t('asOf', { time: today ? format.time(asOf) : format.day(asOf) })}
      </button>
    </Tooltip>
  );
}
