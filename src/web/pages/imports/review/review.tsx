import { Button } from '@mantine/core';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileToImport } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { useJob } from '../../../api/jobs.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { lookQuery } from '../imports-queries.ts';
import { useSaid } from '../use-said.ts';
import { FileCard } from './file-card.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { type ReviewState, reviewState } from './review-state.ts';
import styles from './review.module.css';

type Props = {
  readonly files: readonly string[];
  readonly rehearsal: string | undefined;
  readonly onRemove: (upload: string) => void;
  readonly onRehearsal: (job: string | undefined) => void;
  readonly onImport: (job: string) => void;
};

/** What the files seem to hold, put right where they are wrong; then a dry run, then the import. */
export function Review({ files, rehearsal, onRemove, onRehearsal, onImport }: Props) {
  const { t } = useTranslation('imports');
  const said = useSaid(files);
  const requests = files.map((upload): FileToImport => ({ upload, ...said.of(upload) }));
  const looks = useQueries({ queries: requests.map((request) => lookQuery(request)) });
  const ready =
    looks.length > 0 && looks.every(({ data, isFetching }) => data !== undefined && !isFetching && data.every(({ problems }) => problems.length === 0));
  const body = { files: requests };
  const rehearse = useMutation({ mutationFn: () => answer(client.POST('/api/v1/imports/rehearse', { body })), onSuccess: ({ id }) => onRehearsal(id) });
  const record = useMutation({ mutationFn: () => answer(client.POST('/api/v1/imports', { body })), onSuccess: ({ id }) => onImport(id) });
  const dryRun = useJob(rehearsal);
  const reports = dryRun.data?.status === 'done' ? dryRun.data.result : undefined;
  // Who answered a question of the dry run wants to see what comes of it; with files that ask something first it waits for them.
  const [again, setAgain] = useState(false);
  const { mutate: startRehearsal } = rehearse;
  useEffect(() => {
    if (!again || !ready) return;
    setAgain(false);
    startRehearsal();
  }, [again, ready, startRehearsal]);
  const checking = rehearse.isPending || dryRun.data?.status === 'queued' || dryRun.data?.status === 'running';

  return (
    <>
      {files.map((upload) => (
        <FileCard
          key={upload}
          upload={upload}
          said={said.of(upload)}
          open={files.length === 1}
          onSay={(next) => {
            said.say(upload, next);
            // What was rehearsed is no longer what would be imported.
            if (rehearsal !== undefined) onRehearsal(undefined);
          }}
          onRemove={() => onRemove(upload)}
        />
      ))}
      {rehearsal === undefined ? null : (
        <Rehearsal
          job={dryRun.data}
          onSay={(file, change) => {
            const upload = files.find((_, index) => looks[index]?.data?.some((one) => one.file === file));
            if (upload === undefined) return;
            said.say(upload, change(said.of(upload)));
            onRehearsal(undefined);
            setAgain(true);
          }}
        />
      )}
      {rehearse.isError ? <ProblemBox error={rehearse.error} /> : null}
      {record.isError ? <ProblemBox error={record.error} /> : null}
      <div className={styles.bar}>
        <span role="status" className={styles.state}>
          {stateWords(t, reviewState({ looks, checking, checked: reports !== undefined }))}
        </span>
        <Button variant={reports === undefined ? 'filled' : 'default'} disabled={!ready} loading={checking} onClick={() => rehearse.mutate()}>
          {reports === undefined ? t('review.rehearse') : t('review.rehearseAgain')}
        </Button>
        {reports === undefined ? null : (
          <Button disabled={!ready} loading={record.isPending} onClick={() => record.mutate()}>
            {t('review.import', { count: files.length })}
          </Button>
        )}
      </div>
    </>
  );
}

function stateWords(t: ReturnType<typeof useTranslation<'imports'>>['t'], state: ReviewState): string {
  return state.kind === 'left' ? t('review.left', { count: state.files }) : t(`review.${state.kind}`);
}
