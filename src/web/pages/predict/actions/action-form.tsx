import { Autocomplete, Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from '../predict.module.css';
import type { Action } from './actions-query.ts';
import { AudienceField, everybodyWhoOrdered } from './audience-field.tsx';

const empty = { name: '', eligible: everybodyWhoOrdered, channel: '', cost: 0, value: 10, rest_days: 14, most: null as number | null };

type Draft = typeof empty;

type Props = { readonly action?: Action; readonly onDone: () => void; readonly onCancel: () => void };

/** A new action, or another wording of one; nothing more is asked than what a choice needs. */
export function ActionForm({ action, onDone, onCancel }: Props) {
  const { t } = useTranslation('predict');
  const queryClient = useQueryClient();
  const [own, setOwn] = useState<Draft>(action === undefined ? empty : draftOf(action));
  const save = useMutation({
    mutationFn: (next: Draft) =>
      action === undefined
        ? answer(client.POST('/api/v1/actions', { body: next }))
        : answer(client.PATCH('/api/v1/actions/{id}', { params: { path: { id: action.id } }, body: next })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: key('predictions', 'actions') });
      onDone();
    },
  });
  const setEligible = useCallback((eligible: string) => setOwn((before) => ({ ...before, eligible })), []);
  const amount = (name: 'cost' | 'value') => (
    <NumberInput label={t(`actions.form.${name}`)} min={0} decimalScale={2} value={own[name]} onChange={(next) => setOwn({ ...own, [name]: Number(next) })} />
  );
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (own.name.trim() !== '' && own.eligible.trim() !== '') save.mutate({ ...own, name: own.name.trim() });
      }}
    >
      <TextInput
        label={t('actions.form.name')}
        placeholder={t('actions.form.nameHint')}
        maxLength={120}
        w={340}
        maw="100%"
        value={own.name}
        onChange={(event) => setOwn({ ...own, name: event.currentTarget.value })}
      />
      <Autocomplete
        label={t('actions.form.channel')}
        placeholder={t('actions.form.channelHint')}
        data={(['email', 'phone', 'letter', 'shop'] as const).map((channel) => t(`actions.channel.${channel}`))}
        maxLength={40}
        value={own.channel}
        onChange={(channel) => setOwn({ ...own, channel })}
      />
      <AudienceField label={t('actions.form.for')} value={own.eligible} onChange={setEligible} />
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
      <Button type="submit" loading={save.isPending} disabled={own.name.trim() === '' || own.eligible.trim() === ''}>
        {action === undefined ? t('actions.form.save') : t('actions.form.keep')}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {t('actions.form.cancel')}
      </Button>
      {save.error === null ? null : <ProblemBox error={save.error} />}
    </form>
  );
}

const draftOf = ({ name, eligible, channel, cost, value, rest_days, most }: Action): Draft => ({ name, eligible, channel, cost, value, rest_days, most });
