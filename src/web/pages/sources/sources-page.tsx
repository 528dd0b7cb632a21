import { Badge, Button } from '@mantine/core';
import { IconBroadcast, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../contract/index.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Page } from '../../components/page/page.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { AddSource } from './add-source.tsx';
import { sourcesQuery } from './source-queries.ts';
import styles from './sources.module.css';

/** Who tells what happens as it happens, and whether they still do. */
export function SourcesPage() {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const owner = usePerson()?.role === 'owner';
  const [adding, setAdding] = useState(false);
  const add = owner ? (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  ) : null;
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      <Asked answer={useQuery(sourcesQuery)}>
        {({ items }) => {
          const received = items.reduce((sum, { received_day: count }) => sum + count, 0);
          return items.length === 0 ? (
            <EmptyState icon={IconBroadcast} title={t('none')}>
              {t('noneWhy')}
            </EmptyState>
          ) : (
            <Panel title={t('title')} finding={received === 0 ? t('silent') : t('finding', { count: received, formatted: format.count(received) })}>
              <ul className={styles.list}>
                {items.map((source) => (
                  <SourceRow key={source.slug} source={source} />
                ))}
              </ul>
            </Panel>
          );
        }}
      </Asked>
      <AddSource opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function SourceRow({ source }: { readonly source: LiveSource }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const { slug, name, type, disabled, last_seen_at: seen, received_day: received, quarantined } = source;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <InnerLink href={`/sources/${encodeURIComponent(slug)}`} className={styles.name ?? ''}>
          {name}
        </InnerLink>
        <span className={styles.small}>
          {t(`type.${type}`)} · {seen === null ? t('never') : t('lastSeen', { at: format.moment(seen) })}
        </span>
      </div>
      <div className={styles.row}>
        <span className={styles.small}>{t('perDay', { formatted: format.count(received) })}</span>
        {quarantined > 0 ? <Badge color="orange">{t('waiting', { count: quarantined, formatted: format.count(quarantined) })}</Badge> : null}
        {disabled ? <Badge color="gray">{t('off')}</Badge> : null}
      </div>
    </li>
  );
}
