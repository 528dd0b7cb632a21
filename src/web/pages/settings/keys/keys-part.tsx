import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { CopiedSecret } from '../copied-secret.tsx';
import styles from '../settings.module.css';
import { keysQuery } from '../settings-queries.ts';
import { KeyForm } from './key-form.tsx';
import { IconKey } from '@tabler/icons-react';

/** Keys for programs: made here, shown once, revoked here. */
export function KeysPart() {
  const { t } = useTranslation('settings');
  const [made, setMade] = useState<string>();
  return (
    <>
      {made === undefined ? null : <CopiedSecret secret={made}>{t('keys.once')}</CopiedSecret>}
      <Panel title={t('keys.title')}>
        <Asked answer={useQuery(keysQuery)}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconKey} title={t('keys.none')}>
                {t('keys.noneHint')}
              </EmptyState>
            ) : (
              <ul className={styles.list}>
                {items.map((each) => (
                  <KeyRow key={each.id} apiKey={each} />
                ))}
              </ul>
            )
          }
        </Asked>
      </Panel>
      <Panel title={t('keys.new')}>
        <KeyForm onMade={setMade} />
      </Panel>
    </>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/keys/{id}', { params: { path: { id: apiKey.id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>{apiKey.name}</span>
        <span className={styles.small}>
          <span className={styles.code}>{apiKey.prefix}…</span> · {format.list(apiKey.scopes.map((scope) => t(`keys.scopes.${scope}`)))}
        </span>
        <span className={styles.small}>
          {apiKey.used_at === null ? t('keys.unused') : t('keys.used', { at: format.moment(apiKey.used_at) })}{' '}
          {apiKey.expires_at === null ? t('keys.forever') : t('keys.until', { at: format.day(apiKey.expires_at) })}
        </span>
      </div>
      {apiKey.status === 'active' ? (
        <Button
          variant="default"
          size="xs"
          loading={revoke.isPending}
          aria-label={t('keys.revokeNamed', { name: apiKey.name })}
          onClick={() => revoke.mutate()}
        >
          {t('keys.revoke')}
        </Button>
      ) : (
        <Badge color="gray">{t(`keys.status.${apiKey.status}`)}</Badge>
      )}
      {revoke.isError ? <ProblemBox error={revoke.error} /> : null}
    </li>
  );
}
