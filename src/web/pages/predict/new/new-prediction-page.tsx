import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { rememberJob } from '../../../api/jobs.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { type Targets, targetsQuery } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { CheckPanel } from './check-panel.tsx';
import { type Chosen, optionsOf, whomOf } from './chosen.ts';

/** "Predict who will …": what, within how long, and learn it. */
export function NewPredictionPage() {
  const { t } = useTranslation('predict');
  const asked = useQuery(targetsQuery);
  return (
    <PredictFrame tab="models" title={t('new.title')} lead={t('new.lead')}>
      <Asked answer={asked} height={420}>
        {(targets) => <Ask targets={targets} />}
      </Asked>
    </PredictFrame>
  );
}

const horizons = ['7', '14', '30', '60', '90', '180'] as const;

function Ask({ targets }: { readonly targets: Targets }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [name, setName] = useState('');
  const learn = useMutation({
    mutationFn: ({ target, horizon, among, name: standard }: Chosen) =>
      answer(
        client.POST('/api/v1/predictions', {
          body: { name: name.trim() === '' ? standard : name.trim(), target, horizon_days: horizon, among, train: true },
        }),
      ),
    onSuccess: ({ definition, job }) => {
      if (job !== null) rememberJob(queryClient, job);
      void queryClient.invalidateQueries({ queryKey: key('predictions') });
      router.history.push(`/predict/models/${encodeURIComponent(definition.model)}`);
    },
  });
  const groups = optionsOf(targets, t);
  const whom = chosen === undefined ? [] : whomOf(chosen, targets, t);
  return (
    <div className={styles.steps}>
      <Panel title={t('new.what')} finding={t('new.whatFinding')}>
        <div className={styles.choices}>
          {targets.suggestions.map((each) => {
            const pressed = chosen?.name === each.name;
            return (
              <button
                key={each.name}
                type="button"
                className={styles.choice}
                aria-pressed={pressed}
                onClick={() => setChosen({ name: each.name, target: each.target, among: each.among, proposed: each.among, horizon: each.horizon_days })}
              >
                <strong>{each.name}</strong>
                <span className={styles.muted}>{t('new.everDid', { count: each.customers, formatted: format.count(each.customers) })}</span>
              </button>
            );
          })}
        </div>
        <Select
          label={t('new.other')}
          placeholder={t('new.otherHint')}
          data={groups.map(({ group, options }) => ({ group, items: options.map(({ value, label }) => ({ value, label })) }))}
          searchable
          clearable
          maxDropdownHeight={320}
          value={chosen?.value ?? null}
          onChange={(value) => {
            const found = groups.flatMap(({ options }) => options).find((option) => option.value === value);
            setChosen(
              found === undefined
                ? undefined
                : { name: found.name, target: found.target, among: found.among, proposed: found.among, horizon: targets.horizon_days, value: found.value },
            );
          }}
        />
      </Panel>
      {chosen === undefined ? null : (
        <>
          <Panel title={t('new.when')} finding={t('new.whenFinding', { count: chosen.horizon })}>
            <div className={styles.fields}>
              <SegmentedControl
                aria-label={t('new.when')}
                value={String(chosen.horizon)}
                data={[...new Set([...horizons, String(chosen.horizon)])]
                  .toSorted((one, other) => Number(one) - Number(other))
                  .map((value) => ({ value, label: t('new.days', { count: Number(value) }) }))}
                onChange={(value) => setChosen({ ...chosen, horizon: Number(value) })}
              />
              {whom.length === 0 ? null : (
                <Select
                  label={t('new.whom')}
                  miw={260}
                  data={[...whom]}
                  searchable
                  allowDeselect={false}
                  maxDropdownHeight={320}
                  value={chosen.among ?? ''}
                  onChange={(value) => setChosen({ ...chosen, among: value === null || value === '' ? null : value })}
                />
              )}
              <TextInput label={t('new.name')} placeholder={chosen.name} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
            </div>
          </Panel>
          <CheckPanel chosen={chosen}>
            {learn.error === null ? null : <ProblemBox error={learn.error} />}
            <div>
              <Button onClick={() => learn.mutate(chosen)} loading={learn.isPending}>
                {t('new.learn')}
              </Button>
            </div>
          </CheckPanel>
        </>
      )}
    </div>
  );
}
