import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { Moment } from '../../../components/format/values.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupActions } from '../../../components/group/group-actions.tsx';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { SeverityBadge } from '../../../components/notices/severity-badge.tsx';
import { amountOf } from './amount-of.ts';
import styles from './watch.module.css';
import type { OneNotice } from './watch-query.ts';

type Props = { readonly notice: OneNotice; readonly mayEdit: boolean; readonly onSeen: () => void; readonly onMuted: () => void };

const day = 86_400_000;
/** Where the subject has a page of its own. */
function pageOf({ type, id }: OneNotice['subject']): string | undefined {
  if (type === 'segment') return `/segments/${encodeURIComponent(id)}`;
  if (type === 'model') return `/predict/models/${encodeURIComponent(id)}`;
  if (type === 'source') return `/sources/${encodeURIComponent(id)}`;
  return undefined;
}

/** `medium` alone says nothing: what it is a value of comes first. */
const namedPart = ({ dimension, label }: OneNotice['contributors'][number]): string => `${dimension} ${label}`;

/** One thing that was unusual: what it was against what was expected, and who made it so. */
export function Notice({ notice, mayEdit, onSeen, onMuted }: Props) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { title, sentence, severity, contributors, status, subject, acknowledged_by: by } = notice;
  const mute = useMutation({
    mutationFn: (until: string | null) => answer(client.POST('/api/v1/notice-mutes', { body: { subject, kind: null, until } })),
    onSuccess: onMuted,
  });
  const page = pageOf(subject);
  return (
    <li>
      <div className={styles.line}>
        <h3 className={styles.title}>
          {page === undefined ? title : <InnerLink href={page}>{title}</InnerLink>}{' '}
          <SeverityBadge severity={severity}>{t(`watch.severity.${severity}`)}</SeverityBadge>
        </h3>
        {mayEdit ? (
          <span className={styles.buttons}>
            {status === 'new' ? (
              <Button variant="default" size="compact-sm" onClick={onSeen} aria-label={t('watch.seenOf', { title })}>
                {t('watch.seen')}
              </Button>
            ) : null}
            <Menu>
              <Menu.Target>
                <Button variant="subtle" size="compact-sm" loading={mute.isPending} aria-label={t('watch.muteOf', { title })}>
                  {t('watch.mute')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {[30, 90].map((days) => (
                  <Menu.Item key={days} onClick={() => mute.mutate(new Date(Date.now() + days * day).toISOString())}>
                    {t('watch.forDays', { count: days })}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => mute.mutate(null)}>{t('watch.forGood')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        ) : null}
      </div>
      <p className={styles.sentence}>{sentence}</p>
      {contributors.length === 0 ? null : (
        <ul className={styles.parts}>
          {contributors.map((part) => (
            <li key={`${part.dimension} ${part.label}`}>
              {t(part.share > 1.005 ? 'watch.wholePart' : 'watch.part', {
                label: namedPart(part),
                share: format.share(part.share),
                actual: amountOf(notice.figure?.unit, format)(part.actual),
                expected: amountOf(notice.figure?.unit, format)(part.expected),
              })}{' '}
              <GroupActions group={{ title: namedPart(part), people: part.people, expression: part.expression }} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.muted}>
        <Moment at={notice.raised_at} />
        {by === null ? null : ` · ${t('watch.seenBy', { by })}`}
      </p>
    </li>
  );
}
