import { Button, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource, LiveSourceChange } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { sourcesQuery } from './source-queries.ts';
import styles from './sources.module.css';

const needs = {
  signing: ['shopify', 'stripe', 'woocommerce', 'mailgun', 'webhook'],
  password: ['postmark', 'mqtt'],
  publicKey: ['sendgrid', 'ses'],
} as const;

/** What the sender's signature is checked with. Goes in and is never shown again. */
export function SecretForm({ source }: { readonly source: LiveSource }) {
  const { t } = useTranslation('sources');
  const queryClient = useQueryClient();
  const [secret, setSecret] = useState('');
  const [username, setUsername] = useState(source.settings.username ?? '');
  const kind = (Object.keys(needs) as (keyof typeof needs)[]).find((one) => (needs[one] as readonly string[]).includes(source.type)) ?? 'signing';
  const isSet = kind === 'publicKey' ? source.settings.public_key !== undefined : source.secrets.includes(kind);
  const save = useMutation({
    mutationFn: () => {
      const named = kind === 'password' && username.trim() !== '' ? { settings: { ...source.settings, username: username.trim() } } : {};
      const body: LiveSourceChange =
        kind === 'publicKey' ? { settings: { ...source.settings, public_key: secret.trim() } } : { secrets: { [kind]: secret.trim() }, ...named };
      return answer(client.PATCH('/api/v1/live-sources/{slug}', { params: { path: { slug: source.slug } }, body }));
    },
    onSuccess: async () => {
      setSecret('');
      await queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey });
    },
  });
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (secret.trim() !== '') save.mutate();
      }}
    >
      {kind === 'password' ? (
        <TextInput label={t('setUp.username')} value={username} autoComplete="off" onChange={(event) => setUsername(event.currentTarget.value)} />
      ) : null}
      {source.type === 'ses' ? (
        // A certificate has lines, and is no secret.
        <Textarea
          label={t('setUp.certificate')}
          description={t(isSet ? 'setUp.isSet' : 'setUp.certificateHint')}
          value={secret}
          autosize
          minRows={3}
          maxRows={10}
          spellCheck={false}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      ) : (
        <PasswordInput
          label={t(kind === 'signing' ? 'setUp.secret' : `setUp.${kind}`)}
          {...(isSet ? { description: t('setUp.isSet') } : {})}
          value={secret}
          autoComplete="off"
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      {save.isError ? <ProblemBox error={save.error} /> : null}
      <div className={styles.row}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={secret.trim() === ''}>
          {t('setUp.save')}
        </Button>
        {save.isSuccess ? <span role="status">{t('setUp.saved')}</span> : null}
      </div>
    </form>
  );
}
