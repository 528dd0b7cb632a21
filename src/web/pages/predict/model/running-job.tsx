import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { key } from '../../../api/keys.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { Panel } from '../../../components/panel/panel.tsx';

/** The training that goes on, on whichever device it was begun. */
export function RunningJob({ id }: { readonly id: string }) {
  const { t } = useTranslation('predict');
  const queryClient = useQueryClient();
  return (
    <Panel title={t('train.running')}>
      <JobProgress id={id} onOver={() => void queryClient.invalidateQueries({ queryKey: key('predictions') })} />
    </Panel>
  );
}
