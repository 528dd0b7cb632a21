import { Button, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Scope, scopes } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../settings.module.css';
import { keysQuery } from '../settings-queries.ts';

const day = 86_400_000;
const lifetimes = ['30', '90', '365', 'never'] as const;

export function KeyForm({ onMade }: { readonly onMade: (key: string) => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>(['read']);
  const [days, setDays] = useState<string>('90');
  const make = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/keys', {
          body: {
            name: name.trim(),
            scopes: [...chosen],
            ...(days === 'never' ? {} : { expires_at: new Date(Date.now() + Number(days) * day).toISOString() }),
          },
        }),
      ),
    onSuccess: async ({ key }) => {
      onMade(key);
      setName('');
      await queryClient.invalidateQueries({ queryKey: keysQuery.queryKey });
    },
  });
  const ready = name.trim() !== '' && chosen.length > 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) make.mutate();
      }}
    >
      <TextInput
        label={t('keys.name')}
        description={t('keys.nameHint')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('keys.may')}
        description={t('keys.mayHint')}
        value={[...chosen]}
        onChange={(values) => setChosen(scopes.filter((scope) => values.includes(scope)))}
      >
        <Stack gap="xs" mt={8}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`keys.scopes.${scope}`)} description={t(`keys.scopesMay.${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t('keys.expires')}
        data={lifetimes.map((value) => ({ value, label: t(`keys.lifetimes.${value}`) }))}
        value={days}
        allowDeselect={false}
        onChange={(value) => setDays(value ?? days)}
      />
      {make.isError ? <ProblemBox error={make.error} /> : null}
      <div className={styles.row}>
        <Button type="submit" loading={make.isPending} disabled={!ready}>
          {t('keys.make')}
        </Button>
      </div>
    </form>
  );
}
