import { Button, type ButtonProps } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';

type Props = { readonly model: string /** Something is trained already. */; readonly again: boolean; readonly variant?: ButtonProps['variant'] };

/** Trains a new version; it acts only once somebody approves it. */
export function TrainButton({ model, again, variant = 'default' }: Props) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const train = useJobAction(() => answer(client.POST('/api/v1/predictions/{model}/train', { params: { path: { model } }, body: {} })));
  if (!mayEdit) return null;
  if (train.data !== undefined && train.data.status !== 'done')
    return (
      <JobProgress
        id={train.data.id}
        onOver={() => {
          train.reset();
          void queryClient.invalidateQueries({ queryKey: key('predictions') });
        }}
      />
    );
  return (
    <>
      <Button variant={variant} onClick={() => train.mutate(undefined)} loading={train.isPending}>
        {again ? t('train.again') : t('train.first')}
      </Button>
      {train.error === null ? null : <ProblemBox error={train.error} />}
    </>
  );
}
