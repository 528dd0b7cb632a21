import { Button } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { usePerson, useWorkspace } from '../../components/use-workspace.ts';
import styles from './ends-long-ago.module.css';

/** Seen from today everybody of an old export has gone quiet: offers to look from the day after its newest fact. */
export function EndsLongAgo() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { endsLongAgo } = useWorkspace();
  const person = usePerson();
  const queryClient = useQueryClient();
  const look = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/workspace', { body: { present: 'latest' } })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (endsLongAgo === null) return null;
  return (
    <section className={styles.banner} aria-label={t('ended.label')}>
      <IconCalendarOff size={20} stroke={1.75} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <strong>{t('ended.title', { day: format.day(endsLongAgo) })}</strong>
        <p className={styles.explain}>{t('ended.explain')}</p>
        {look.isError ? <ProblemBox error={look.error} /> : null}
      </div>
      {person?.role === 'owner' ? (
        <Button onClick={() => look.mutate()} loading={look.isPending} className={styles.button}>
          {t('ended.look')}
        </Button>
      ) : null}
    </section>
  );
}
