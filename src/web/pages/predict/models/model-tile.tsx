import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import type { Prediction } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { StateBadge } from '../model/state-badge.tsx';
import { TrainButton } from '../model/train-button.tsx';

type Props = { readonly model: Prediction /** The job that lets it act. */; readonly begins: string | undefined };

/** One model in a few lines; its name opens the card. */
export function ModelTile({ model, begins }: Props) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const queryClient = useQueryClient();
  // What went wrong stays to be read when the job is over.
  const [last, setLast] = useState(begins);
  const [done, setDone] = useState<string>();
  if (begins !== undefined && begins !== last) setLast(begins);
  const job = model.job ?? (last === undefined || last === done ? null : last);
  const shown = model.acting ?? model.challenger;
  const headline = shown?.headline ?? null;
  return (
    <li className={styles.card}>
      <div className={styles.line}>
        <h2 className={styles.cardTitle}>
          <Anchor component={Link} to={`/predict/models/${model.model}`} inherit>
            {model.title}
          </Anchor>
        </h2>
        <StateBadge model={model} begins={begins !== undefined} />
      </div>
      {model.question === model.title ? null : <p className={styles.words}>{model.question}</p>}
      {headline === null ? null : <p className={styles.words}>{headline.meaning}</p>}
      {model.acting === null && model.challenger !== null && model.challenger.no_better !== null ? (
        <p className={styles.words}>{model.challenger.no_better}</p>
      ) : null}
      {model.acting === null ? null : (
        <p className={styles.muted}>
          {t('models.learnt', { day: format.day(model.acting.as_of) })}{' '}
          {model.customers === null ? null : t('models.scored', { count: model.customers, formatted: format.count(model.customers) })}
        </p>
      )}
      {model.stale === null ? null : <p className={styles.muted}>{model.stale}</p>}
      <div className={styles.foot}>
        {job !== null ? (
          <JobProgress
            key={job}
            id={job}
            onOver={({ id, status }) => {
              if (status === 'done') setDone(id);
              void queryClient.invalidateQueries({ queryKey: key('predictions') });
            }}
          />
        ) : shown === null ? (
          <TrainButton model={model.model} again={false} />
        ) : (
          <Anchor component={Link} to={`/predict/models/${model.model}`} fz="sm" aria-label={t('models.openOf', { title: model.title })}>
            {model.challenger !== null && model.challenger.no_better === null ? t('models.decide') : t('models.open')}
          </Anchor>
        )}
      </div>
    </li>
  );
}
