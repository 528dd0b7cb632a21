import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { Day } from '../../components/format/values.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../components/undo/use-undo-toast.ts';
import { useMayEdit } from '../segments/may-edit.ts';
import { mergedQuery } from './customer-queries.ts';
import styles from './customer.module.css';

/** What became this one customer and why, each of which can be taken apart again. Nothing stands here for who was one from the first. */
export function MergedPanel({ id }: { readonly id: string }) {
  const { t } = useTranslation('customer');
  const mayEdit = useMayEdit();
  const toast = useUndoToast();
  const queryClient = useQueryClient();
  const { data } = useQuery(mergedQuery(id));
  const apart = useMutation({
    mutationFn: (merge: number) => answer(client.DELETE('/api/v1/merges/{id}', { params: { path: { id: String(merge) } } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      toast({ message: t('merged.done'), undo: undefined });
    },
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('merged.title')} finding={t('merged.finding', { count: data.items.length + 1 })} how={t('merged.how')}>
      {apart.error === null ? null : <ProblemBox error={apart.error} />}
      <ul className={styles.list}>
        {data.items.map(({ merge, batch, absorbed, namespace, value, merged_at: at, merged_by: who }) => (
          <li key={merge} className={styles.row}>
            <span>
              {who !== null
                ? t('merged.decidedBy', { absorbed, who })
                : batch === 0 || value === null
                  ? t('merged.decided', { absorbed })
                  : t('merged.because', { absorbed, namespace: namespace ?? '', value })}{' '}
              <span className={styles.muted}>
                <Day at={at} />
              </span>
            </span>
            {mayEdit ? (
              <Button
                variant="subtle"
                size="compact-xs"
                loading={apart.isPending && apart.variables === merge}
                aria-label={t('merged.apartOf', { absorbed })}
                onClick={() => apart.mutate(merge)}
              >
                {t('merged.apart')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
