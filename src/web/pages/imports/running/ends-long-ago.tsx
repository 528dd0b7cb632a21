import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { usePerson, useWorkspace } from '../../../components/use-workspace.ts';
import styles from './running.module.css';

/** Data that ended long ago, seen from today, shows a shop without customers: offers to look from its end. */
export function EndsLongAgo() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const queryClient = useQueryClient();
  const { endsLongAgo } = useWorkspace();
  const person = usePerson();
  const look = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/workspace', { body: { present: 'latest' } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('session') }),
  });
  if (endsLongAgo === null) return null;
  const day = format.day(endsLongAgo);
  return (
    <section className={styles.card} aria-label={t('longAgo.title', { day })}>
      <h2 className={styles.title}>{t('longAgo.title', { day })}</h2>
      <p className={styles.finding}>{t('longAgo.why', { day })}</p>
      {look.isError ? <ProblemBox error={look.error} /> : null}
      <div className={styles.buttons}>
        {person?.role === 'owner' ? (
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
            {t('longAgo.look', { day })}
          </Button>
        ) : (
          <span className={styles.muted}>{t('longAgo.ask')}</span>
        )}
      </div>
    </section>
  );
}
