import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { openJobsQuery } from '../../../api/jobs.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../settings.module.css';
import { useBeginsAnew } from './begins-anew.ts';

/** Makes everything that is computed again from what was brought in. */
export function RebuildPanel() {
  const { t } = useTranslation('settings');
  const [asking, setAsking] = useState(false);
  const [over, setOver] = useState(false);
  const { data: open = [] } = useQuery(openJobsQuery);
  const begin = useJobAction(() => answer(client.POST('/api/v1/rebuild')));
  useBeginsAnew(over);
  // Begun here, or before this page was loaded.
  const id = begin.data?.id ?? open.find(({ kind }) => kind === 'rebuild')?.id;
  return (
    <Panel title={t('upkeep.rebuild')}>
      <p className={styles.note}>{t('upkeep.rebuildWhat')}</p>
      {id === undefined ? null : <JobProgress key={id} id={id} onOver={({ status }) => setOver(status === 'done')} />}
      {over ? <p role="status">{t('upkeep.beginsAnew')}</p> : null}
      <div className={styles.row}>
        <Button variant="default" disabled={id !== undefined && begin.error === null && open.some((job) => job.id === id)} onClick={() => setAsking(true)}>
          {t('upkeep.rebuildVerb')}
        </Button>
      </div>
      <ConfirmWithWhatChanges
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('upkeep.rebuildTitle')}
        verb={t('upkeep.rebuildVerb')}
        pending={begin.isPending}
        error={begin.error}
        onConfirm={() => begin.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <ul className={styles.moves}>
          <li>{t('upkeep.rebuildKeeps')}</li>
          <li>{t('upkeep.rebuildMeanwhile')}</li>
          <li>{t('upkeep.rebuildEnd')}</li>
        </ul>
      </ConfirmWithWhatChanges>
    </Panel>
  );
}
