import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../components/waiting/asked.tsx';
import { doctorQuery } from './data-queries.ts';
import styles from './data.module.css';

const colours = { ok: 'teal', warning: 'gray', problem: 'red' } as const;

/** How the machine and the workspace stand, for owners. */
export function DoctorPart() {
  const { t } = useTranslation('data');
  const asked = useQuery(doctorQuery);
  return (
    <Asked answer={asked} lines={8}>
      {({ items }) => (
        <>
          <p className={styles.finding}>
            {items.every(({ status }) => status === 'ok')
              ? t('doctor.well')
              : t('doctor.unwell', { count: items.filter(({ status }) => status !== 'ok').length })}
          </p>
          <ul className={styles.cards}>
            {items.map(({ check, status, detail, fix }) => (
              <li key={check} className={styles.card}>
                <div className={styles.row}>
                  <strong>{check}</strong>
                  <Badge color={colours[status]} variant="outline">
                    {t(`doctor.status.${status}`)}
                  </Badge>
                </div>
                <p className={styles.muted}>{detail}</p>
                {fix === '' ? null : <p>{fix}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Asked>
  );
}
