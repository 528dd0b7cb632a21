import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { shortestPassword } from '../../sign-in/shortest-password.ts';
import styles from '../settings.module.css';

/** A new password ends every other session. */
export function PasswordForm() {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const toast = useUndoToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/session/password', { body: { current, next } })),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      toast({ message: t('account.changed') });
      await queryClient.invalidateQueries({ queryKey: key('settings', 'sessions') });
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (current !== '' && next.length >= shortestPassword) change.mutate();
      }}
    >
      <PasswordInput
        label={t('account.currentPassword')}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('account.nextPassword')}
        description={t('account.passwordHint', { shortest: shortestPassword })}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      {change.isError ? <ProblemBox error={change.error} /> : null}
      <div className={styles.row}>
        <Button type="submit" loading={change.isPending} disabled={current === '' || next.length < shortestPassword}>
          {t('account.change')}
        </Button>
      </div>
    </form>
  );
}
