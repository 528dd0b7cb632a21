import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { isOver, useJob } from '../../../api/jobs.ts';
import { key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { usePerson } from '../../../components/use-workspace.ts';
import styles from '../running/running.module.css';

const exampleQuery = queryOptions({
  queryKey: key('imports', 'example'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/example-shop', { signal }))).loaded,
});

/** While the example shop is open: says so, and takes it away before real data comes to stand beside it. */
export function ExampleNotice() {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const person = usePerson();
  const [asking, confirm] = useDisclosure(false);
  const [job, setJob] = useState<string | undefined>(undefined);
  const { data: loaded = false } = useQuery(exampleQuery);
  const { data: removal } = useJob(job);
  const remove = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/example-shop')),
    onSuccess: ({ id }) => {
      setJob(id);
      confirm.close();
    },
  });
  const done = removal?.status === 'done';
  useEffect(() => {
    if (!done) return;
    void queryClient.refetchQueries({ queryKey: key('session') }).then(() => navigate({ to: '/start', search: { step: 'data' } }));
  }, [done, navigate, queryClient]);
  if (!loaded || person === undefined || person.role === 'viewer') return null;
  const busy = job !== undefined && (removal === undefined || !isOver(removal));
  return (
    <section className={styles.card} aria-label={t('example.title')}>
      <h2 className={styles.title}>{t('example.title')}</h2>
      <p className={styles.muted}>{t('example.why')}</p>
      <div className={styles.buttons}>
        <Button variant="default" size="xs" loading={busy} onClick={confirm.open}>
          {t('example.remove')}
        </Button>
        <span role="status" className={styles.muted}>
          {busy ? t('example.removing') : ''}
        </span>
      </div>
      <ConfirmWithWhatChanges
        opened={asking}
        onClose={confirm.close}
        title={t('example.removeTitle')}
        verb={t('example.remove')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('example.what')}</p>
      </ConfirmWithWhatChanges>
    </section>
  );
}
