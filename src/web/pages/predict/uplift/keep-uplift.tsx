import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { keptUpliftsQuery, type Experiment, bodyOf } from './uplift-query.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../predict.module.css';

/** Makes a trait of it, so that a segment can say whom to treat. */
export function KeepUplift({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTranslation('predict');
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: (called: string) => answer(client.POST('/api/v1/uplifts', { body: { name: called, ...bodyOf(experiment) } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keptUpliftsQuery.queryKey }),
  });
  return (
    <Panel title={t('uplift.keepTitle')} finding={t('uplift.keepFinding')}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') keep.mutate(name.trim());
        }}
      >
        <TextInput label={t('uplift.name')} maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" loading={keep.isPending} disabled={name.trim() === ''}>
          {t('uplift.keep')}
        </Button>
      </form>
      {keep.error === null ? null : <ProblemBox error={keep.error} />}
    </Panel>
  );
}
