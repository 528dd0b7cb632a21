import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { type Alike, alikeQuery } from './apart-query.ts';
import styles from './apart.module.css';

/** Keeps how like them everybody is, so that each size leads to its people and can be a segment; or gives it up again. */
export function KeepAlike({ segment, trait }: { readonly segment: string; readonly trait: Alike['trait'] }) {
  const { t } = useTranslation('insights');
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const { queryKey } = alikeQuery(segment);
  const keep = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/lookalikes', { body: { segment } })),
    onSuccess: (kept) => queryClient.setQueryData<Alike>(queryKey, kept),
  });
  const forget = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/lookalikes/{slug}', { params: { path: { slug: segment } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });
  const error = keep.error ?? forget.error;
  return (
    <>
      <div className={styles.keep}>
        <p className={styles.muted}>{trait === null ? t('alike.keepWords') : t('alike.kept')}</p>
        {!mayEdit ? null : trait === null ? (
          <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('alike.keep')}
          </Button>
        ) : (
          <>
            <Button variant="default" size="xs" loading={keep.isPending} onClick={() => keep.mutate()}>
              {t('alike.again')}
            </Button>
            <Button variant="subtle" size="xs" loading={forget.isPending} onClick={() => forget.mutate()}>
              {t('alike.forget')}
            </Button>
          </>
        )}
      </div>
      {error === null ? null : <ProblemBox error={error} />}
    </>
  );
}
