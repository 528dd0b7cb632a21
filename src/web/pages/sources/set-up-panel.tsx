import { Anchor, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { CopiedText } from './copied-text.tsx';
import { reachedFromOutside } from './reached.ts';
import { SecretForm } from './secret-form.tsx';
import { snippetsOf } from './snippets.ts';
import { sourceKeysQuery } from './source-queries.ts';
import styles from './sources.module.css';

/** What to put where, ready to be copied, and whether it works. */
export function SetUpPanel({ source }: { readonly source: LiveSource }) {
  const { t } = useTranslation('sources');
  const owner = usePerson()?.role === 'owner';
  const keys = useQuery(sourceKeysQuery(source.slug));
  const key = keys.data?.items[0]?.key ?? '…';
  const test = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/live-sources/{slug}/test', { params: { path: { slug: source.slug } }, body: {} })),
  });
  const { type, connection } = source;
  const hooked = type !== 'website' && type !== 'server' && type !== 'mqtt';
  return (
    <Panel
      title={t('setUp.title')}
      tools={
        <Button size="xs" variant="default" loading={test.isPending} disabled={source.disabled} onClick={() => test.mutate()}>
          {t('setUp.test')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {test.isSuccess ? (
          <p className={styles.note} role="status">
            {t('setUp.tested')}
          </p>
        ) : null}
        {test.isError ? <ProblemBox error={test.error} /> : null}
        {connection === null ? null : <p className={styles.note}>{t(`setUp.connection.${connection.state}`, { detail: connection.detail })}</p>}
        {snippetsOf(type, location.origin, key).map(({ name, text }) => (
          <CopiedText key={name} label={t(`setUp.${name as 'website'}`)} text={text} />
        ))}
        {hooked && !reachedFromOutside(location) ? (
          <p className={styles.note} role="note">
            {t('setUp.near')}{' '}
            <Anchor inherit href="/manual/people.md#on-a-network" target="_blank" rel="noreferrer">
              {t('setUp.nearHow')}
            </Anchor>
          </p>
        ) : null}
        {type === 'website' || type === 'server' ? null : <p className={styles.note}>{t(`setUp.${type}`)}</p>}
        {hooked ? (
          <p className={styles.note}>
            {t('setUp.without')}{' '}
            <Anchor inherit component={Link} to="/imports?show=schedules">
              {t('setUp.withoutWhere')}
            </Anchor>
          </p>
        ) : null}
        {owner && type !== 'website' && type !== 'server' ? <SecretForm source={source} /> : null}
      </div>
    </Panel>
  );
}
