import { Button, Group, Modal, TextInput } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { seenAsOf } from '../../api/seen-as-of.ts';
import { JobProgress } from '../../components/job/job-progress.tsx';
import { useJobAction } from '../../components/job/use-job-action.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { usePerson } from '../../components/use-workspace.ts';

/** The whole story on one page, to print or to hand on. It names customers, so it is for those who may see them. */
export function ReportButton() {
  const { t } = useTranslation('home');
  const person = usePerson();
  const [open, setOpen] = useState(false);
  const [asOf, setAsOf] = useState(seenAsOf ?? '');
  const make = useJobAction((asked: string) => answer(client.POST('/api/v1/reports', { body: asked === '' ? {} : { as_of: asked } })));
  const { data: job } = useJob(make.data?.id);
  if (person?.personalData !== true) return null;
  const address = job?.status === 'done' ? `/api/v1/reports/${encodeURIComponent(job.id)}` : undefined;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconReport size={18} stroke={1.75} aria-hidden />}
        onClick={() => {
          setOpen(true);
          make.mutate(asOf);
        }}
      >
        {t('report.button')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('report.title')} closeButtonProps={{ 'aria-label': t('report.close') }}>
        <p>{t('report.what')}</p>
        <TextInput
          type="date"
          label={t('report.asOf')}
          description={t('report.asOfHint')}
          value={asOf}
          onChange={({ currentTarget: { value } }) => {
            setAsOf(value);
            // While a year is typed it is one long ago.
            if (value === '' || value > '1970-01-01') make.mutate(value);
          }}
        />
        {make.error === null ? null : <ProblemBox error={make.error} />}
        {make.data === undefined || address !== undefined ? null : <JobProgress id={make.data.id} />}
        <p role="status">{address === undefined ? null : t('report.ready')}</p>
        <Group justify="flex-end" gap="xs" mt="md">
          {address === undefined ? null : (
            <>
              <Button component="a" variant="default" href={`${address}?download=yes`} download>
                {t('report.download')}
              </Button>
              <Button component="a" href={address} target="_blank" rel="noreferrer">
                {t('report.view')}
              </Button>
            </>
          )}
        </Group>
      </Modal>
    </>
  );
}
