import { Button, Progress } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../contract/schemas.ts';
import { answer, client } from '../../api/client.ts';
import { cancelJob, isOver, useJob } from '../../api/jobs.ts';
import { key } from '../../api/keys.ts';
import { Problem } from '../../api/problem.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { usePerson, useWorkspace } from '../../components/use-workspace.ts';
import { Bring } from '../imports/bring/bring.tsx';
import styles from './start.module.css';
import { startTour } from './tour/tour-state.ts';

type Props = { readonly job: string | undefined; readonly onJob: (job: string | undefined) => void };

/** One's own files, or a shop to look around in. */
export function DataStep({ job, onJob }: Props) {
  const { t } = useTranslation('start');
  const navigate = useNavigate();
  const { empty } = useWorkspace();
  const person = usePerson();
  const example = useMutation({ mutationFn: () => answer(client.POST('/api/v1/example-shop', { body: {} })), onSuccess: ({ id }) => onJob(id) });
  if (person?.role === 'viewer') return <p className={styles.why}>{t('data.viewer')}</p>;
  if (job !== undefined) return <Loading job={job} onOver={() => onJob(undefined)} />;
  return (
    <div className={styles.two}>
      <section className={styles.card}>
        <h2 className={styles.title}>{t('data.title')}</h2>
        <p className={styles.why}>{t('data.why')}</p>
        <Bring
          onArrived={(uploaded, empty) =>
            void navigate({ to: '/imports/new', search: { files: uploaded.map(({ id }) => id), ...(empty.length === 0 ? {} : { empty: [...empty] }) } })
          }
        />
        <p className={styles.state}>{t('data.which')}</p>
      </section>
      <section className={styles.card}>
        <h2 className={styles.title}>{t('example.title')}</h2>
        <p className={styles.why}>{empty ? t('example.why') : t('example.notEmpty')}</p>
        {example.isError ? <ProblemBox error={example.error} /> : null}
        <div className={styles.buttons}>
          <Button
            variant="default"
            disabled={!empty}
            loading={example.isPending}
            leftSection={<IconCoffee size={18} stroke={1.75} aria-hidden />}
            onClick={() => example.mutate()}
          >
            {t('example.button')}
          </Button>
        </div>
      </section>
    </div>
  );
}

function Loading({ job: id, onOver }: { readonly job: string; readonly onOver: () => void }) {
  const { t } = useTranslation('start');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { data: job } = useJob(id);
  const done = job?.status === 'done';
  useEffect(() => {
    if (!done) return;
    startTour();
    // The guard of Home asks whether there is anything to see: it must not find the answer of before.
    void queryClient.refetchQueries({ queryKey: key('session') }).then(() => navigate({ to: '/' }));
  }, [done, navigate, queryClient]);
  if (job === undefined || done) return null;
  if (isOver(job)) return <Failed job={job} onOver={onOver} />;
  const { progress } = job;
  const share = progress === null || progress.total === null || progress.total === 0 ? undefined : progress.done / progress.total;
  return (
    <section className={styles.card} aria-busy>
      <h2 className={styles.title}>{t('example.loading')}</h2>
      <p className={styles.why}>{t('example.loadingWhy')}</p>
      <Progress value={share === undefined ? 100 : share * 100} animated={share === undefined} aria-label={t('example.loading')} />
      <div className={styles.buttons}>
        <span role="status" className={styles.state}>
          {job.cancelling ? t('example.stopping') : (progress?.label ?? '')}
        </span>
        <Button variant="default" size="xs" disabled={job.cancelling} onClick={() => void cancelJob(id)}>
          {t('example.stop')}
        </Button>
      </div>
    </section>
  );
}

function Failed({ job, onOver }: { readonly job: Job; readonly onOver: () => void }) {
  const { t } = useTranslation('start');
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{t('example.notLoaded')}</h2>
      {job.error === null ? null : <ProblemBox error={new Problem({ status: 400, code: job.error.code, title: job.error.message, hint: job.error.hint })} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onOver}>
          {t('example.back')}
        </Button>
      </div>
    </section>
  );
}
