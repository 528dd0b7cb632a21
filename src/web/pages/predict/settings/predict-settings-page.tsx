import { Button, Group, MultiSelect, NumberInput, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { type Settings, settingsQuery } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { OfferSettings } from './offer-settings.tsx';

/** When models learn again, how long a silence is, and whom they are audited for. */
export function PredictSettingsPage() {
  const asked = useQuery(settingsQuery);
  return (
    <PredictFrame tab="settings">
      <Asked answer={asked} height={320}>
        {(data) => <Form settings={data} />}
      </Asked>
      <OfferSettings />
    </PredictFrame>
  );
}

const daysOf = (value: string | number): number | null => (value === '' ? null : Number(value));

function Form({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const toast = useUndoToast();
  const queryClient = useQueryClient();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const [own, setOwn] = useState<Settings>(settings);
  const save = useMutation({
    mutationFn: (next: Settings) => answer(client.PUT('/api/v1/predictions/settings', { body: { ...next, fairness: [...next.fairness] } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: key('predictions') });
      toast({ message: t('settings.saved'), undo: () => save.mutateAsync(settings) });
    },
  });
  const words = [...(vocabulary?.attributes.values() ?? [])].filter(({ name, type }) => type !== 'list' && !/^(predicted|cluster)\./.test(name));
  const days = (name: 'retrain_days' | 'churn_days' | 'next_order_days', least: number) => (
    <NumberInput
      label={t(`settings.${name}`)}
      description={t(`settings.${name}Explain`)}
      placeholder={t('settings.automatic')}
      min={least}
      max={730}
      disabled={!mayEdit}
      value={own[name] ?? ''}
      onChange={(value) => setOwn({ ...own, [name]: daysOf(value) })}
    />
  );
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(own);
      }}
    >
      <Panel title={t('settings.learning')} finding={t('settings.learningFinding')}>
        {days('retrain_days', 1)}
        <Switch
          label={t('settings.drift')}
          checked={own.retrain_on_drift}
          disabled={!mayEdit}
          onChange={(event) => setOwn({ ...own, retrain_on_drift: event.currentTarget.checked })}
        />
      </Panel>
      <Panel title={t('settings.rhythm')} finding={t('settings.rhythmFinding')}>
        {days('churn_days', 7)}
        {days('next_order_days', 1)}
      </Panel>
      <Panel title={t('settings.fairness')} finding={t('settings.fairnessFinding')}>
        <MultiSelect
          label={t('settings.attributes')}
          data={words.map(({ name, label }) => ({ value: name, label }))}
          value={[...own.fairness]}
          searchable
          disabled={!mayEdit}
          maxValues={20}
          onChange={(fairness) => setOwn({ ...own, fairness })}
        />
      </Panel>
      {save.error === null ? null : <ProblemBox error={save.error} />}
      {mayEdit ? (
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        </Group>
      ) : null}
    </form>
  );
}
