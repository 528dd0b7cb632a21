import { Loader, Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openJobsQuery } from '../../api/jobs.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { JobRow } from './job-row.tsx';
import styles from './jobs-indicator.module.css';

/** Stands in the top bar only while something is running; opens to its progress. */
export function JobsIndicator() {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { data: jobs = [] } = useQuery(openJobsQuery);
  const words = t('jobs.running', { count: jobs.length, formatted: format.count(jobs.length) });
  return (
    <>
      <span className={styles.spoken} role="status">
        {jobs.length > 0 ? words : ''}
      </span>
      {jobs.length === 0 ? null : (
        <Popover position="bottom-end" width={320} trapFocus>
          <Popover.Target>
            <UnstyledButton className={styles.button} aria-label={words}>
              <Loader size={14} />
              <span aria-hidden>{format.count(jobs.length)}</span>
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <h2 className={styles.title}>{t('jobs.title')}</h2>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
