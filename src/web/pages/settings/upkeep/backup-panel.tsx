import { Anchor, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { useJob } from '../../../api/jobs.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../settings.module.css';

/** Writes the whole workspace to one file, to be downloaded and kept elsewhere. */
export function BackupPanel() {
  const { t } = useTranslation('settings');
  const [id, setId] = useState<string>();
  const job = useJob(id).data;
  const make = useMutation({ mutationFn: () => answer(client.POST('/api/v1/backups')), onSuccess: (begun) => setId(begun.id) });
  const running = job !== undefined && (job.status === 'queued' || job.status === 'running');
  return (
    <Panel title={t('upkeep.backup')}>
      <p className={styles.note}>{t('upkeep.backupWhat')}</p>
      {make.isError ? <ProblemBox error={make.error} /> : null}
      {job?.status === 'failed' ? <p role="alert">{job.error?.message}</p> : null}
      <div className={styles.row}>
        <Button variant="default" loading={make.isPending || running} onClick={() => make.mutate()}>
          {t('upkeep.makeBackup')}
        </Button>
        {job?.status === 'done' ? (
          <Anchor href={`/api/v1/backups/${encodeURIComponent(job.id)}`} download>
            {t('upkeep.download')}
          </Anchor>
        ) : null}
      </div>
    </Panel>
  );
}
