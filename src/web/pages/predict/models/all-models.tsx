import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { counted, key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../predict.module.css';
import type { Prediction } from '../predict-queries.ts';

type Props = { readonly models: readonly Prediction[] };

/** All at once what each tile offers one by one: those that know nothing learn, those that wait for a decision and do better than the average act. The server works them off in a row; the tiles show how far. */
export function AllModels({ models }: Props) {
  const { t } = useTranslation('predict');
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [begun, setBegun] = useState(false);
  const [error, setError] = useState<unknown>();
  const { mutateAsync: train } = useJobAction((model: string) =>
    answer(client.POST('/api/v1/predictions/{model}/train', { params: { path: { model } }, body: {} })),
  );
  const { mutateAsync: approve } = useJobAction(({ model, version }: { readonly model: string; readonly version: number }) =>
    answer(client.POST('/api/v1/predictions/{model}/approve', { params: { path: { model } }, body: { version } })),
  );
  const idle = models.filter(({ job }) => job === null);
  const ignorant = idle.filter(({ acting, challenger }) => acting === null && challenger === null);
  const deciding = idle.flatMap(({ model, title, challenger }) => (challenger === null || challenger.no_better !== null ? [] : [{ model, title, challenger }]));
  const inARow = async (works: readonly (() => Promise<unknown>)[]) => {
    setBegun(true);
    setError(undefined);
    try {
      for (const work of works) await work();
    } catch (failure) {
      setError(failure);
    }
    setBegun(false);
    for (const area of [...counted, 'predictions' as const]) void queryClient.invalidateQueries({ queryKey: key(area) });
  };
  if (ignorant.length < 2 && deciding.length < 2 && error === undefined) return null;
  return (
    <div className={styles.line}>
      {ignorant.length < 2 ? null : (
        <Button
          loading={begun}
          onClick={() =>
            void inARow(
              ignorant.map(
                ({ model }) =>
                  () =>
                    train(model),
              ),
            )
          }
        >
          {t('models.learnAll', { count: ignorant.length })}
        </Button>
      )}
      {deciding.length < 2 ? null : (
        <Button variant="default" loading={begun} onClick={() => setAsking(true)}>
          {t('models.actAll', { count: deciding.length })}
        </Button>
      )}
      {error === undefined ? null : <ProblemBox error={error} />}
      <ConfirmWithWhatChanges
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('models.actAllTitle')}
        verb={t('models.actAll', { count: deciding.length })}
        pending={begun}
        onConfirm={() => {
          setAsking(false);
          void inARow(
            deciding.map(
              ({ model, challenger: { version } }) =>
                () =>
                  approve({ model, version }),
            ),
          );
        }}
      >
        <p className={styles.words}>{t('models.actAllWhat')}</p>
        <ul className={styles.plain}>
          {deciding.map(({ model, title, challenger }) => (
            <li key={model}>
              <strong>{title}</strong>: {challenger.headline?.meaning ?? challenger.method}
            </li>
          ))}
        </ul>
      </ConfirmWithWhatChanges>
    </div>
  );
}
