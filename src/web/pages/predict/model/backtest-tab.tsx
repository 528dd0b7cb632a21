import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../contract/schemas.ts';
import { answer, client } from '../../../api/client.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import type { Card } from '../predict-queries.ts';
import { CandidatesPanel } from './candidates-panel.tsx';
import { EnoughPanel } from './enough-panel.tsx';
import { QualityFigures } from './quality-figures.tsx';

/** What the job answers: the same figures as on the card, made now. */
type Backtest = Pick<Card, 'quality' | 'details'> & { readonly chosen: string; readonly because: string; readonly needs: Card['enough'] };

/** Candidates held against what came after earlier moments: when it was trained, and again now on request. */
export function BacktestTab({ card }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const { model } = card;
  const [fresh, setFresh] = useState<Backtest>();
  const run = useJobAction(() => answer(client.POST('/api/v1/predictions/{model}/backtest', { params: { path: { model } } })));
  const over = (job: Job) => {
    if (job.status === 'done') setFresh(job.result as Backtest);
    run.reset();
  };
  const details = fresh?.details ?? card.details;
  return (
    <>
      <Panel
        title={t('backtest.title')}
        finding={fresh === undefined ? t('backtest.kept') : t('backtest.now', { chosen: fresh.chosen })}
        how={t('backtest.how')}
      >
        {fresh === undefined ? null : <p>{fresh.because}</p>}
        {run.data === undefined ? (
          mayEdit ? (
            <div>
              <Button variant="default" loading={run.isPending} onClick={() => run.mutate(undefined)}>
                {t('backtest.run')}
              </Button>
            </div>
          ) : null
        ) : (
          <JobProgress id={run.data.id} onOver={over} />
        )}
        {run.error === null ? null : <ProblemBox error={run.error} />}
      </Panel>
      <QualityFigures figures={fresh?.quality ?? card.quality} />
      <CandidatesPanel details={details} />
      <EnoughPanel card={fresh === undefined ? card : { enough: fresh.needs, chosen_because: fresh.because }} />
    </>
  );
}
