import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import styles from './outside-frame.module.css';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { shortestPassword } from './shortest-password.ts';

const linkQuery = (token: string) =>
  queryOptions({ queryKey: key('session', 'link', token), queryFn: () => answer(client.POST('/api/v1/links/read', { body: { token } })), retry: false });

/** What an invitation or a link for a new password leads to: `/link#TOKEN`. What follows the # is never sent in an address. */
export function LinkPage() {
  const { t } = useTranslation('sign-in');
  const token = useLocation({ select: ({ hash }) => hash });
  const preview = useQuery(linkQuery(token));
  const title = preview.isError ? t('link.dead') : preview.data === undefined ? '' : t(`link.${preview.data.purpose}`);
  return (
    <OutsideFrame title={title}>
      {preview.isError ? (
        <Title order={1} size="h2">
          {title}
        </Title>
      ) : null}
      <Asked answer={preview} lines={4}>
        {({ email, name, purpose }) => (
          <>
            <Title order={1} size="h2">
              {title}
            </Title>
            <p className={styles.note}>{email}</p>
            <NewPassword token={token} name={name} asksName={purpose === 'invite'} />
          </>
        )}
      </Asked>
    </OutsideFrame>
  );
}

function NewPassword({ token, name: known, asksName }: { readonly token: string; readonly name: string; readonly asksName: boolean }) {
  const { t } = useTranslation('sign-in');
  const router = useRouter();
  const queryClient = useQueryClient();
  const [name, setName] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const use = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/links/use', { body: { token, password, ...(asksName ? { name: name.trim() } : {}) } })),
    onSuccess: () => {
      queryClient.clear();
      return router.navigate({ to: '/' });
    },
  });
  const short = password.length < shortestPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short) use.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {use.isError ? <ProblemBox error={use.error} /> : null}
        {asksName ? <TextInput label={t('welcome.name')} autoComplete="name" value={name} onChange={(event) => setName(event.currentTarget.value)} /> : null}
        <PasswordInput
          label={t('link.password')}
          description={t('welcome.passwordHint', { shortest: shortestPassword })}
          autoComplete="new-password"
          error={tried && short ? t('welcome.short', { shortest: shortestPassword }) : null}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={use.isPending} fullWidth mt={4}>
          {t('link.submit')}
        </Button>
      </Stack>
    </form>
  );
}
