import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { IconArrowBackUp, IconLock, IconTableImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { createFirstOwner } from '../../api/session.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import styles from './outside-frame.module.css';
import { shortestPassword } from './shortest-password.ts';

/** The first visit: there is no default password, so whoever comes first makes the owner's account. */
export function WelcomePage() {
  const { t } = useTranslation('sign-in');
  const router = useRouter();
  const queryClient = useQueryClient();
  const [owner, setOwner] = useState({ name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const creation = useMutation({
    mutationFn: () => createFirstOwner(queryClient, { ...owner, name: owner.name.trim(), email: owner.email.trim() }),
    onSuccess: () => router.navigate({ to: '/' }),
  });
  const nameless = owner.name.trim() === '';
  const emailWrong = !/^\S+@\S+\.\S+$/.test(owner.email.trim());
  const passwordShort = owner.password.length < shortestPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless && !emailWrong && !passwordShort) creation.mutate();
  };
  const field = (name: keyof typeof owner) => ({
    value: owner[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setOwner({ ...owner, [name]: event.currentTarget.value }),
  });
  return (
    <OutsideFrame title={t('welcome.title')} beside={<Introduction />}>
      <form onSubmit={submit} noValidate>
        <Title order={2} size="h3">
          {t('welcome.formTitle')}
        </Title>
        <Stack gap="sm">
          {creation.isError ? <ProblemBox error={creation.error} /> : null}
          <TextInput label={t('welcome.name')} autoComplete="name" autoFocus error={tried && nameless ? t('welcome.nameless') : null} {...field('name')} />
          <TextInput
            label={t('welcome.email')}
            type="email"
            autoComplete="username"
            error={tried && emailWrong ? t('welcome.emailWrong') : null}
            {...field('email')}
          />
          <PasswordInput
            label={t('welcome.password')}
            description={t('welcome.passwordHint', { shortest: shortestPassword })}
            autoComplete="new-password"
            error={tried && passwordShort ? t('welcome.short', { shortest: shortestPassword }) : null}
            {...field('password')}
          />
          <Button type="submit" loading={creation.isPending} fullWidth mt={4}>
            {t('welcome.submit')}
          </Button>
        </Stack>
      </form>
    </OutsideFrame>
  );
}

function Introduction() {
  const { t } = useTranslation('sign-in');
  const points = [
    [IconTableImport, t('welcome.points.import')],
    [IconLock, t('welcome.points.own')],
    [IconArrowBackUp, t('welcome.points.undo')],
  ] as const;
  return (
    <>
      <Title order={1}>{t('welcome.title')}</Title>
      <p>{t('welcome.lead')}</p>
      <ul className={styles.points}>
        {points.map(([Icon, words]) => (
          <li key={words}>
            <Icon size={20} stroke={1.75} aria-hidden />
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}
