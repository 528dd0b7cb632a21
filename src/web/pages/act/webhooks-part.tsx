import { Badge, Button, Checkbox } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { CopiedSecret } from '../settings/copied-secret.tsx';
import { webhooksQuery } from './act-queries.ts';
import styles from './act.module.css';
import { DeliveriesList } from './deliveries-list.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** Who outside is told of entries and exits. */
export function WebhooksPart() {
  const { t } = useTranslation('act');
  const [secret, setSecret] = useState<string>();
  return (
    <div className={styles.part}>
      {secret === undefined ? null : <CopiedSecret secret={secret}>{t('webhooks.once')}</CopiedSecret>}
      <Panel title={t('webhooks.title')} how={t('webhooks.how')}>
        <Asked answer={useQuery(webhooksQuery)}>
          {({ items, private_addresses: allowed }) => (
            <>
              {items.length === 0 ? (
                <EmptyState icon={IconWebhook} title={t('webhooks.none')}>
                  {t('webhooks.noneHint')}
                </EmptyState>
              ) : (
                <ul className={styles.list}>
                  {items.map((each) => (
                    <WebhookRow key={each.id} webhook={each} onSecret={setSecret} />
                  ))}
                </ul>
              )}
              <PrivateAddresses allowed={allowed} />
            </>
          )}
        </Asked>
      </Panel>
      <Panel title={t('webhooks.new')}>
        <WebhookForm onMade={setSecret} />
      </Panel>
    </div>
  );
}

function WebhookRow({ webhook, onSecret }: { readonly webhook: Webhook; readonly onSecret: (secret: string) => void }) {
  const { t } = useTranslation('act');
  const queryClient = useQueryClient();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const [open, setOpen] = useState(false);
  const path = { path: { id: webhook.id } };
  const again = () => queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const test = useMutation({ mutationFn: () => answer(client.POST('/api/v1/webhooks/{id}/test', { params: path, body: {} })) });
  const rotate = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/webhooks/{id}/rotate', { params: path, body: {} })),
    onSuccess: async ({ secret }) => {
      onSecret(secret);
      await again();
    },
  });
  const turn = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/webhooks/{id}', { params: path, body: { enabled: !webhook.enabled } })),
    onSuccess: again,
  });
  const remove = useMutation({ mutationFn: () => answer(client.DELETE('/api/v1/webhooks/{id}', { params: path })), onSuccess: again });
  const error = test.error ?? rotate.error ?? turn.error ?? remove.error;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>{webhook.name}</span>
        <span className={styles.small}>{webhook.url}</span>
        <span className={styles.small}>
          {webhook.segments === null ? t('webhooks.every') : webhook.segments.map((slug) => vocabulary?.segments.get(slug)?.name ?? slug).join(', ')} ·{' '}
          {t(`webhooks.moves.${webhook.moves}`)} · {t('webhooks.counts', { delivered: webhook.delivered, waiting: webhook.waiting, dead: webhook.dead })}
        </span>
        {webhook.enabled ? null : <span className={styles.small}>{t('webhooks.off', { reason: webhook.disabled_because })}</span>}
        {test.data === undefined ? null : (
          <span className={styles.small} role="status">
            {test.data.error === null ? t('webhooks.tested', { status: test.data.status }) : t('webhooks.testFailed', { error: test.data.error })}
          </span>
        )}
      </div>
      <div className={styles.row}>
        <Badge {...(webhook.enabled ? {} : { color: 'gray' })}>{webhook.enabled ? t('webhooks.on') : t('webhooks.isOff')}</Badge>
        <Button variant="default" size="xs" onClick={() => setOpen(!open)} aria-expanded={open}>
          {t('webhooks.deliveries')}
        </Button>
        <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate()}>
          {t('webhooks.test')}
        </Button>
        <Button variant="default" size="xs" loading={rotate.isPending} onClick={() => rotate.mutate()}>
          {t('webhooks.rotate')}
        </Button>
        <Button variant="default" size="xs" loading={turn.isPending} onClick={() => turn.mutate()}>
          {webhook.enabled ? t('webhooks.turnOff') : t('webhooks.turnOn')}
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
          aria-label={t('webhooks.removeNamed', { name: webhook.name })}
        >
          {t('webhooks.remove')}
        </Button>
      </div>
      {error === null ? null : <ProblemBox error={error} />}
      {open ? <DeliveriesList id={webhook.id} /> : null}
    </li>
  );
}

function PrivateAddresses({ allowed }: { readonly allowed: boolean }) {
  const { t } = useTranslation('act');
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (next: boolean) => answer(client.PUT('/api/v1/webhooks/private-addresses', { body: { allowed: next } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  return (
    <Checkbox
      mt="md"
      checked={allowed}
      label={t('webhooks.private')}
      description={t('webhooks.privateHint')}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
    />
  );
}
