import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { sourceKeysQuery, sourcesQuery } from './source-queries.ts';
import styles from './sources.module.css';

/** The write key and its replacement; switching the source off, and taking it away. */
export function KeysPanel({ source, owner }: { readonly source: LiveSource; readonly owner: boolean }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [atOnce, setAtOnce] = useState(false);
  const [removing, setRemoving] = useState(false);
  const path = { path: { slug: source.slug } };
  const refresh = () => queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey });
  const rotate = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/live-sources/{slug}/keys', { params: path, body: { at_once: atOnce } })),
    onSuccess: refresh,
  });
  const toggle = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/live-sources/{slug}', { params: path, body: { disabled: !source.disabled } })),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/live-sources/{slug}', { params: path })),
    onSuccess: async () => {
      await refresh();
      router.history.push('/sources');
    },
  });
  const failed = [rotate, toggle, remove].find(({ isError }) => isError);
  return (
    <Panel title={t('keys.title')}>
      <div className={styles.stack}>
        <p className={styles.note}>{source.type === 'website' ? `${t('keys.explain')} ${t('keys.explainPage')}` : t('keys.explain')}</p>
        <Asked answer={useQuery(sourceKeysQuery(source.slug))}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map(({ key, expires_at: end }) => (
                <li key={key} className={styles.item}>
                  <code className={styles.small}>{key}</code>
                  {end === null ? null : <span className={styles.small}>{t('keys.until', { at: format.moment(end) })}</span>}
                </li>
              ))}
            </ul>
          )}
        </Asked>
        {rotate.isSuccess ? (
          <p className={styles.note} role="status">
            {t('keys.rotated')}
          </p>
        ) : null}
        {failed === undefined ? null : <ProblemBox error={failed.error} />}
        {owner ? (
          <>
            <Checkbox label={t('keys.atOnce')} checked={atOnce} onChange={(event) => setAtOnce(event.currentTarget.checked)} />
            <div className={styles.row}>
              <Button size="xs" variant="default" loading={rotate.isPending} onClick={() => rotate.mutate()}>
                {t('keys.rotate')}
              </Button>
              <Button size="xs" variant="default" loading={toggle.isPending} onClick={() => toggle.mutate()}>
                {source.disabled ? t('keys.on') : t('keys.off')}
              </Button>
              <Button size="xs" variant="default" onClick={() => (removing ? remove.mutate() : setRemoving(true))} loading={remove.isPending}>
                {removing ? t('keys.removeTitle', { name: source.name }) : t('keys.remove')}
              </Button>
            </div>
            {removing ? <p className={styles.note}>{t('keys.removeWhy')}</p> : null}
          </>
        ) : null}
      </div>
    </Panel>
  );
}
