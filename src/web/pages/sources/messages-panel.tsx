import { Badge, Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMessage, LiveSource } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { messagesQuery, quarantineQuery, sourcesQuery } from './source-queries.ts';
import styles from './sources.module.css';
import { useLiveMessages } from './use-live-messages.ts';

/** What arrives, as it arrives: what each message was read as, or why it could not be. */
export function MessagesPanel({ source: { slug, quarantined, last_seen_at } }: { readonly source: LiveSource }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const queryClient = useQueryClient();
  const mayEdit = usePerson()?.role !== 'viewer';
  const [show, setShow] = useState<'all' | 'waiting'>('all');
  useLiveMessages(slug);
  const latest = useQuery(messagesQuery(slug));
  const waiting = useQuery({ ...quarantineQuery(slug), enabled: show === 'waiting' });
  const replay = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/live-sources/{slug}/replay', { params: { path: { slug } }, body: {} })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey }),
  });
  const bad = latest.data?.items.filter(({ status }) => status !== 'accepted').length ?? 0;
  return (
    <Panel
      title={t('messages.title')}
      finding={
        bad > 0
          ? t('messages.finding', { count: bad, formatted: format.count(bad) })
          : latest.data?.items.length === 0
            ? t(last_seen_at === null ? 'messages.none' : 'messages.noneNow')
            : t('messages.good')
      }
      tools={
        <SegmentedControl
          size="xs"
          aria-label={t('messages.title')}
          value={show}
          data={[
            { value: 'all', label: t('messages.all') },
            { value: 'waiting', label: `${t('messages.onlyWaiting')} ${format.count(quarantined)}` },
          ]}
          onChange={(value) => setShow(value === 'waiting' ? 'waiting' : 'all')}
        />
      }
    >
      {show === 'waiting' && mayEdit && (quarantined > 0 || replay.isSuccess) ? (
        <div className={styles.row}>
          <Button size="xs" variant="default" loading={replay.isPending} disabled={quarantined === 0} onClick={() => replay.mutate()}>
            {t('messages.replay')}
          </Button>
          {replay.data === undefined ? null : (
            <span role="status">{t('messages.replayed', { recorded: format.count(replay.data.recorded), still: format.count(replay.data.still) })}</span>
          )}
        </div>
      ) : null}
      {replay.isError ? <ProblemBox error={replay.error} /> : null}
      <Asked answer={show === 'all' ? latest : waiting}>
        {({ items }) => (
          <div role="log" aria-label={t('messages.title')}>
            {items.slice(0, 50).map((message, index) => (
              <Message key={`${message.message_id} ${items.length - index}`} message={message} />
            ))}
          </div>
        )}
      </Asked>
    </Panel>
  );
}

function Message({ message }: { readonly message: LiveMessage }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const { title, status, duplicate, says, reason, hint, received_at: at } = message;
  return (
    <details className={styles.message}>
      <summary>
        <Badge variant="default">{t(`messages.${status}`)}</Badge>
        <span className={styles.name}>{title}</span>
        <span className={styles.small}>{status === 'accepted' ? (says.length === 0 ? t('messages.nothing') : says.join(', ')) : reason}</span>
        {duplicate ? <Badge variant="default">{t('messages.duplicate')}</Badge> : null}
        <span className={styles.small}>{format.time(at)}</span>
      </summary>
      {hint === null ? null : <p className={styles.reason}>{hint}</p>}
      <pre className={styles.code} aria-label={t('messages.raw')}>
        {JSON.stringify(message.body, null, 2)}
      </pre>
    </details>
  );
}
