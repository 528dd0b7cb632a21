import { Anchor, Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { modelQuery, type OneModel } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { RunningJob } from './running-job.tsx';
import { TrainButton } from './train-button.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly model: string;
  readonly icon: Icon;
  readonly title: string;
  /** What it learns from, and what the page says then. */
  readonly children: ReactNode;
};

/** In place of a page whose model does not act yet: it learns and is let act right here, so that nobody has to find the way to its card and back. */
export function LearnHere({ model, icon, title, children }: Props) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const asked = useQuery(modelQuery(model));
  return (
    <Asked answer={asked} height={240}>
      {({ summary: { job, challenger } }) =>
        job !== null ? (
          <RunningJob id={job} />
        ) : challenger !== null ? (
          <LetAct model={model} icon={icon} challenger={challenger} />
        ) : (
          <EmptyState icon={icon} title={title} action={<TrainButton model={model} again={false} variant="filled" />}>
            {children} {mayEdit ? null : t('learnHere.mayNot')}
          </EmptyState>
        )
      }
    </Asked>
  );
}

type Challenger = NonNullable<OneModel['summary']['challenger']>;

/** It has learnt: how well it did on what it had not seen, and the owner's word. */
function LetAct({ model, icon, challenger }: Pick<Props, 'model' | 'icon'> & { readonly challenger: Challenger }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const { mutate, data: job, isPending, error, over, reset } = useAct(model);
  const action =
    job === undefined ? (
      <div className={styles.foot}>
        {mayEdit && challenger.no_better === null ? (
          <Button loading={isPending} onClick={() => mutate({ act: 'approve', version: challenger.version })}>
            {t('decision.approve')}
          </Button>
        ) : null}
        <Anchor component={Link} to={`/predict/models/${model}`} fz="sm">
          {t('learnHere.card')}
        </Anchor>
      </div>
    ) : (
      <JobProgress
        id={job.id}
        onOver={() => {
          over();
          reset();
        }}
      />
    );
  if (challenger.no_better !== null)
    return (
      <EmptyState icon={icon} title={t('learnHere.noBetter')} action={action}>
        {challenger.no_better} {t('learnHere.noBetterWhat')}
      </EmptyState>
    );
  return (
    <EmptyState icon={icon} title={t('learnHere.learnt')} action={action}>
      {challenger.headline?.meaning ?? challenger.method} {mayEdit ? t('learnHere.act') : t('learnHere.mayNotAct')}
      {error === null ? null : <ProblemBox error={error} />}
    </EmptyState>
  );
}
