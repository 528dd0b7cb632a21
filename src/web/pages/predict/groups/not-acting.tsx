import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { useAct } from '../model/use-act.ts';
import styles from '../predict.module.css';

/** Groups that were found but that no segment can use yet. */
export function NotActing({ version }: { readonly version: number }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const { mutate, data: job, isPending, over, reset } = useAct('groups');
  return (
    <section className={styles.banner} aria-label={t('decision.label')}>
      <p>{t('groups.notActing')}</p>
      {job === undefined ? (
        mayEdit ? (
          <Button size="xs" loading={isPending} onClick={() => mutate({ act: 'approve', version })}>
            {t('decision.approve')}
          </Button>
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
    </section>
  );
}
