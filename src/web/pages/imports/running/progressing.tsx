import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../contract/schemas.ts';
import { cancelJob, isOver, useJob } from '../../../api/jobs.ts';
import { key } from '../../../api/keys.ts';
import { Problem } from '../../../api/problem.ts';
import { Page } from '../../../components/page/page.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { Done } from './done.tsx';
import styles from './running.module.css';

type Props = { readonly job: string; readonly onAgain: () => void };

/** An import under way. Its job stands in the address: a reload, another device or a restart of the server finds it again. */
export function Progressing({ job: id, onAgain }: Props) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const job = useJob(id);
  const over = job.data !== undefined && isOver(job.data);
  // A server that is being started again answers nothing for a while: keep asking.
  useEffect(() => {
    if (over) return undefined;
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: key('jobs', 'one', id) }), 3000);
    return () => clearInterval(timer);
  }, [id, over, queryClient]);
  return (
    <Asked answer={job}>
      {(found) =>
        found.status === 'done' ? <Done job={found} onAgain={onAgain} /> : <Page title={title(found)}>{<Under job={found} onAgain={onAgain} />}</Page>
      }
    </Asked>
  );

  function title(found: Job): string {
    if (found.status === 'failed') return t('running.failed');
    return found.status === 'cancelled' ? t('running.cancelled') : t('running.title');
  }
}

function Under({ job, onAgain }: { readonly job: Job; readonly onAgain: () => void }) {
  const { t } = useTranslation('imports');
  const stop = useMutation({ mutationFn: () => cancelJob(job.id) });
  if (isOver(job)) {
    const { error } = job;
    return (
      <section className={styles.card}>
        <p className={styles.finding}>{t('running.nothingChanged')}</p>
        {error === null ? null : <ProblemBox error={new Problem({ status: 400, code: error.code, title: error.message, hint: error.hint })} />}
        <div>
          <Button onClick={onAgain}>{t('running.again')}</Button>
        </div>
      </section>
    );
  }
  const { progress } = job;
  const share = progress === null || progress.total === null || progress.total === 0 ? undefined : Math.min(1, progress.done / progress.total);
  const state =
    job.cancelling || stop.isSuccess ? t('running.stopping') : job.status === 'queued' ? t('running.queued') : (progress?.label ?? t('running.begins'));
  return (
    <section className={styles.card} aria-busy>
      <p className={styles.finding}>{t('running.leave')}</p>
      <Progress value={share === undefined ? 100 : share * 100} animated={share === undefined} aria-label={job.title} />
      <div className={styles.line}>
        <span role="status">{state}</span>
        <Button variant="default" size="xs" disabled={job.cancelling || stop.isSuccess} onClick={() => stop.mutate()}>
          {t('running.stop')}
        </Button>
      </div>
    </section>
  );
}
