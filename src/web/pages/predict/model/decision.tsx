import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { useMayEdit } from '../../segments/may-edit.ts';
import type { Card } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { useAct } from './use-act.ts';

/** Whether this version acts, and the button that lets it, or no longer. */
export function Decision({ card }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const [asking, setAsking] = useState<'approve' | 'stop'>();
  const { mutate, data: job, isPending, error, over, reset } = useAct(card.model);
  const close = () => setAsking(undefined);
  // One that acted before was let act by somebody: it is no news that it does no better.
  const doubt = card.status === 'candidate' ? card.no_better : null;
  const approve = doubt === null ? t('decision.approve') : t('decision.anyway');
  const traits = card.predicts.map(({ trait }) => trait);
  return (
    <section className={styles.banner} aria-label={t('decision.label')}>
      <p>
        <strong>{t(`decision.${card.status}`, { version: card.version })}</strong> {t('decision.about', { day: format.day(card.as_of), count: card.age_days })}
      </p>
      {doubt === null ? null : (
        <p>
          {t('decision.doubt')} {doubt}
        </p>
      )}
      {job === undefined ? (
        mayEdit ? (
          <Group gap="xs">
            {card.status === 'approved' ? (
              <Button variant="default" size="xs" onClick={() => setAsking('stop')}>
                {t('decision.stop')}
              </Button>
            ) : (
              <Button size="xs" variant={doubt === null ? 'filled' : 'default'} onClick={() => setAsking('approve')}>
                {approve}
              </Button>
            )}
          </Group>
        ) : null
      ) : (
        <JobProgress
          id={job.id}
          onOver={() => {
            over();
            reset();
          }}
        />
      )}
      <ConfirmWithWhatChanges
        opened={asking !== undefined}
        onClose={close}
        title={asking === 'stop' ? t('decision.stopTitle') : doubt === null ? t('decision.approveTitle') : t('decision.anywayTitle')}
        verb={asking === 'stop' ? t('decision.stop') : approve}
        danger={asking === 'stop' || doubt !== null}
        pending={isPending}
        error={error}
        onConfirm={() => {
          mutate(asking === 'stop' ? { act: 'stop' } : { act: 'approve', version: card.version, anyway: doubt !== null });
          close();
        }}
      >
        {asking === 'approve' && doubt !== null ? <p className={styles.words}>{doubt}</p> : null}
        <p className={styles.words}>{asking === 'stop' ? t('decision.stopWhat') : t('decision.approveWhat')}</p>
        <ul className={styles.plain}>
          {traits.slice(0, 8).map((trait) => (
            <li key={trait}>
              <code>{trait}</code>
            </li>
          ))}
        </ul>
      </ConfirmWithWhatChanges>
    </section>
  );
}
