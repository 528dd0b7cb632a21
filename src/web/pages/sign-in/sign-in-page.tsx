import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/session.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import styles from './outside-frame.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { back } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: () => signIn(queryClient, { email: email.trim(), password }),
    onSuccess: () => router.history.push(back ?? '/'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <OutsideFrame title={t('signIn.title')}>
      <form onSubmit={submit}>
        <Title order={1} size="h2">
          {t('signIn.title')}
        </Title>
        <Stack gap="sm">
          {back !== undefined && attempt.isIdle ? <p className={styles.note}>{t('signIn.ended')}</p> : null}
          {attempt.isError ? <ProblemBox error={attempt.error} /> : null}
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={attempt.isPending} fullWidth mt={4}>
            {t('signIn.submit')}
          </Button>
        </Stack>
        <p className={styles.note}>{t('signIn.forgotten')}</p>
      </form>
    </OutsideFrame>
  );
}
