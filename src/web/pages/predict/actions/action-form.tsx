import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../predict.module.css';

const empty = { name: '', eligible: 'orders >= 1', channel: '', cost: 0, value: 10, rest_days: 14, most: null as number | null };

/** A new action; nothing more is asked than what a choice needs. */
export function ActionForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('predict');
  const queryClient = useQueryClient();
  const [own, setOwn] = useState(empty);
  const add = useMutation({
    mutationFn: (action: typeof empty) => answer(client.POST('/api/v1/actions', { body: action })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: key('predictions', 'actions') });
      onDone();
    },
  });
  const amount = (name: 'cost' | 'value') => (
    <NumberInput label={t(`actions.form.${name}`)} min={0} decimalScale={2} value={own[name]} onChange={(next) => setOwn({ ...own, [name]: Number(next) })} />
  );
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (own.name.trim() !== '' && own.eligible.trim() !== '') add.mutate({ ...own, name: own.name.trim() });
      }}
    >
      <TextInput
        label={t('actions.form.name')}
        placeholder={t('actions.form.nameHint')}
        maxLength={120}
        value={own.name}
        onChange={(event) => setOwn({ ...own, name: event.currentTarget.value })}
      />
      <TextInput label={t('actions.form.for')} value={own.eligible} onChange={(event) => setOwn({ ...own, eligible: event.currentTarget.value })} />
      <TextInput
        label={t('actions.form.channel')}
        placeholder="email"
        maxLength={40}
        value={own.channel}
        onChange={(event) => setOwn({ ...own, channel: event.currentTarget.value })}
      />
      {amount('cost')}
      {amount('value')}
      <NumberInput
        label={t('actions.form.rest')}
        min={0}
        max={366}
        value={own.rest_days}
        onChange={(next) => setOwn({ ...own, rest_days: Math.round(Number(next)) })}
      />
      <NumberInput
        label={t('actions.form.most')}
        placeholder={t('actions.noCap')}
        min={1}
        value={own.most ?? ''}
        onChange={(next) => setOwn({ ...own, most: next === '' ? null : Math.round(Number(next)) })}
      />
      <Button type="submit" loading={add.isPending} disabled={own.name.trim() === '' || own.eligible.trim() === ''}>
        {t('actions.form.save')}
      </Button>
      {add.error === null ? null : <ProblemBox error={add.error} />}
    </form>
  );
}
