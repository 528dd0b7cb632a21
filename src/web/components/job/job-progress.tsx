import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../contract/schemas.ts';
import { cancelJob, isOver, useJob } from '../../api/jobs.ts';
import { key } from '../../api/keys.ts';
import { Problem } from '../../api/problem.ts';
import { ProblemBox } from '../problem/problem-box.tsx';
import styles from './job-progress.module.css';

type Props = {
  readonly id: string;
  /** Called once, when it is done, failed or stopped. */
  readonly onOver?: (job: Job) => void;
};

/** Long work where it was begun: how far it is, and a way to stop it. What went wrong stays to be read. */
export function JobProgress({ id, onOver }: Props) {
  const { t } = useTranslation('common');
  const queryClient = useQueryClient();
  const { data: job } = useJob(id);
  const over = job !== undefined && isOver(job);
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (over) return undefined;
    // Events may be lost while a server starts again: ask now and then.
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: key('jobs', 'one', id) }), 3000);
    return () => clearInterval(timer);
  }, [id, over, queryClient]);
  useEffect(() => {
    if (job === undefined || !isOver(job) || told.current === job.id) return;
    told.current = job.id;
    onOver?.(job);
  }, [job, onOver]);
  const stop = useMutation({ mutationFn: () => cancelJob(id) });
  if (job === undefined) return null;
  if (job.status === 'failed' && job.error !== null)
    return <ProblemBox error={new Problem({ status: 400, code: job.error.code, title: job.error.message, hint: job.error.hint })} />;
  if (over) return job.status === 'cancelled' ? <p className={styles.state}>{t('job.cancelled')}</p> : null;
  const { progress } = job;
  const share = progress === null || progress.total === null || progress.total === 0 ? undefined : Math.min(1, progress.done / progress.total);
  const state = job.cancelling ? t('job.cancelling') : job.status === 'queued' ? t('job.queued') : (progress?.label ?? '');
  return (
    <div className={styles.job} role="status">
      <div className={styles.line}>
        <span className={styles.state}>{state}</span>
        <Button variant="subtle" size="compact-xs" disabled={job.cancelling} onClick={() => stop.mutate()}>
          {t('job.stop')}
        </Button>
      </div>
      <Progress value={share === undefined ? 100 : share * 100} animated={share === undefined} aria-label={job.title} size="sm" />
    </div>
  );
}
