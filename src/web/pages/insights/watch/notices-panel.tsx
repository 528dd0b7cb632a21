import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { Notice } from './notice.tsx';
import styles from './watch.module.css';
import type { Notices } from './watch-query.ts';

/** What was told, newest first; a look at everything now on request. */
export function NoticesPanel({ data }: { readonly data: Notices }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const changed = () => void queryClient.invalidateQueries({ queryKey: key('insights') });
  const run = useJobAction(() => answer(client.POST('/api/v1/watch/run', { body: {} })));
  const seen = useMutation({
    mutationFn: (id: string) => answer(client.POST('/api/v1/notices/{id}/acknowledge', { params: { path: { id } }, body: {} })),
    onSuccess: changed,
  });
  return (
    <Panel
      title={t('watch.notices')}
      finding={data.new === 0 ? t('watch.nothingNew') : t('watch.found', { count: data.new, formatted: format.count(data.new) })}
      how={t('watch.how')}
      tools={
        mayEdit && run.data === undefined ? (
          <Button variant="default" size="xs" loading={run.isPending} onClick={() => run.mutate(undefined)}>
            {t('watch.run')}
          </Button>
        ) : undefined
      }
      table={{
        columns: [{ header: t('watch.when') }, { header: t('watch.what') }, { header: t('watch.said') }, { header: t('watch.state') }],
        rows: data.items.map(({ raised_at: at, title, sentence, status }) => [format.moment(at), title, sentence, t(`watch.is.${status}`)]),
      }}
    >
      {run.data === undefined ? null : (
        <JobProgress
          id={run.data.id}
          onOver={() => {
            run.reset();
            changed();
          }}
        />
      )}
      {seen.error === null ? null : <ProblemBox error={seen.error} />}
      <ul className={styles.list}>
        {data.items.map((notice) => (
          <Notice key={notice.id} notice={notice} mayEdit={mayEdit} onSeen={() => seen.mutate(notice.id)} onMuted={changed} />
        ))}
      </ul>
    </Panel>
  );
}
