import { Alert } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { openJobsQuery } from '../../api/jobs.ts';
import { key } from '../../api/keys.ts';
import { JobProgress } from '../../components/job/job-progress.tsx';

/** Says that the members shown are of an earlier definition, and how far the new ones are. */
export function BehindNote({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('segment');
  const queryClient = useQueryClient();
  const { data: open } = useQuery(openJobsQuery);
  // The title is all that a job says of what it is for.
  const job = open?.findLast(({ kind, title }) => kind === 'backfill' && title === `Members of ${slug}`);
  const refresh = useCallback(() => void queryClient.invalidateQueries({ queryKey: key('segments') }), [queryClient]);
  return (
    <Alert color="blue" variant="light">
      {t('behind')}
      {job === undefined ? null : <JobProgress id={job.id} onOver={refresh} />}
    </Alert>
  );
}
