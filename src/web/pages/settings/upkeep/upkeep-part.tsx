import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import styles from '../settings.module.css';
import { doctorQuery } from '../settings-queries.ts';
import { BackupsPanel } from './backups-panel.tsx';
import { RebuildPanel } from './rebuild-panel.tsx';

const colours = { ok: 'teal', warning: 'yellow', problem: 'red' } as const;

/** Copies of everything, how the machine and the workspace stand, and making all again from what was brought in. */
export function UpkeepPart() {
  const { t } = useTranslation('settings');
  const doctor = useQuery(doctorQuery);
  const wrong = doctor.data?.items.filter(({ status }) => status !== 'ok').length;
  return (
    <>
      <BackupsPanel />
      <Panel title={t('upkeep.doctor')} finding={wrong === undefined ? undefined : t('upkeep.wrong', { count: wrong })}>
        <Asked answer={doctor}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map(({ check, status, detail, fix }) => (
                <li key={check} className={styles.item}>
                  <div className={styles.words}>
                    <span className={styles.name}>{check}</span>
                    <span className={styles.small}>{detail}</span>
                    {fix === '' ? null : <span>{fix}</span>}
                  </div>
                  <Badge color={colours[status]}>{t(`upkeep.status.${status}`)}</Badge>
                </li>
              ))}
            </ul>
          )}
        </Asked>
      </Panel>
      <RebuildPanel />
    </>
  );
}
