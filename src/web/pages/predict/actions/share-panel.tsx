import { Button, NumberInput, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from '../predict.module.css';
import type { ActionSettings } from './actions-query.ts';

/** The share that chance keeps for good, and what counts as an outcome. */
export function SharePanel({ settings }: { readonly settings: ActionSettings }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const [own, setOwn] = useState(settings);
  const save = useMutation({
    mutationFn: (next: ActionSettings) => answer(client.PUT('/api/v1/action-settings', { body: next })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('predictions', 'actions') }),
  });
  const outcomes = [...new Set([own.outcome, 'order', ...(vocabulary?.events ?? [])])];
  return (
    <Panel
      title={t('actions.share')}
      finding={settings.budget === null ? t('actions.noBudget') : t('actions.budgetIs', { count: settings.budget_days, amount: format.money(settings.budget) })}
    >
      <p className={styles.muted}>
        {t('actions.shareFinding', { share: format.share(settings.random_share) })} {settings.budget === null ? '' : t('actions.budgetWhy')}
      </p>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(own);
        }}
      >
        <NumberInput
          label={t('actions.budget')}
          placeholder={t('actions.budgetNone')}
          min={0}
          decimalScale={2}
          disabled={!mayEdit}
          value={own.budget ?? ''}
          onChange={(next) => setOwn({ ...own, budget: next === '' ? null : Number(next) })}
        />
        <NumberInput
          label={t('actions.budgetDays')}
          min={1}
          max={366}
          disabled={!mayEdit || own.budget === null}
          value={own.budget_days}
          onChange={(next) => setOwn({ ...own, budget_days: Math.max(1, Math.round(Number(next))) })}
        />
        <NumberInput
          label={t('actions.horizon')}
          min={1}
          max={366}
          disabled={!mayEdit}
          value={own.horizon_days}
          onChange={(next) => setOwn({ ...own, horizon_days: Math.max(1, Math.round(Number(next))) })}
        />
        <Select
          label={t('actions.outcomeIs')}
          data={outcomes.map((each) => ({ value: each, label: each === 'order' ? t('actions.order') : each }))}
          value={own.outcome}
          searchable
          allowDeselect={false}
          disabled={!mayEdit}
          onChange={(next) => setOwn({ ...own, outcome: next ?? own.outcome })}
        />
        <NumberInput
          label={t('actions.byItself')}
          placeholder={t('actions.byItselfAuto')}
          min={0}
          decimalScale={2}
          disabled={!mayEdit}
          value={own.worth_by_itself ?? ''}
          onChange={(next) => setOwn({ ...own, worth_by_itself: next === '' ? null : Number(next) })}
        />
        <NumberInput
          label={t('actions.sharePercent')}
          min={1}
          max={100}
          disabled={!mayEdit}
          value={Math.round(100 * own.random_share)}
          onChange={(next) => setOwn({ ...own, random_share: Math.min(1, Math.max(0.01, Number(next) / 100)) })}
        />
        {mayEdit ? (
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        ) : null}
      </form>
      {save.error === null ? null : <ProblemBox error={save.error} />}
    </Panel>
  );
}
