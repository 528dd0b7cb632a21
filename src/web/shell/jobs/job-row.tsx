import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../contract/schemas.ts';
import { cancelJob } from '../../api/jobs.ts';
import styles from './jobs-indicator.module.css';

export function JobRow({ job }: { readonly job: Job }) {
  const { t } = useTranslation('shell');
  const { progress } = job;
  const share = progress === null || progress.total === null || progress.total === 0 ? undefined : Math.min(1, progress.done / progress.total);
  const state = job.cancelling ? t('jobs.cancelling') : job.status === 'queued' ? t('jobs.queued') : (progress?.label ?? '');
  return (
    <div className={styles.job}>
      <div className={styles.line}>
        <span>{job.title}</span>
        <Button variant="subtle" size="compact-xs" disabled={job.cancelling} onClick={() => void cancelJob(job.id)}>
          {t('jobs.cancel')}
        </Button>
      </div>
      <Progress value={share === undefined ? 100 : share * 100} animated={share === undefined && job.status === 'running'} aria-label={job.title} size="sm" />
      <span className={styles.state}>{state}</span>
    </div>
  );
}
