import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { useWorkspace } from '../../components/use-workspace.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { currencyOf } from './place.ts';
import { countries, currencyName, firstGuess, workspaceQuery, type WorkspaceSettings } from './business.ts';
import styles from './start.module.css';

type Props = { readonly onDone: () => void };

/** Name, currency, time zone and country: what files are read with, so the last three stay as they are once something was imported. */
export function BusinessStep({ onDone }: Props) {
  return <Asked answer={useQuery(workspaceQuery)}>{(known) => <BusinessForm known={known} onDone={onDone} />}</Asked>;
}

function BusinessForm({ known, onDone }: Props & { readonly known: WorkspaceSettings }) {
  const { t } = useTranslation('start');
  const queryClient = useQueryClient();
  const { empty } = useWorkspace();
  const guess = empty ? firstGuess(known) : known;
  const [name, setName] = useState(known.name);
  const [currency, setCurrency] = useState(guess.currency);
  const [moneyChosen, setMoneyChosen] = useState(false);
  const [zone, setZone] = useState(guess.zone);
  const [country, setCountry] = useState(guess.country ?? '');
  const save = useMutation({
    mutationFn: () =>
      answer(
        client.PATCH('/api/v1/workspace', {
          body: { name: name.trim(), ...(empty ? { currency, timezone: zone, ...(country === '' ? {} : { country }) } : {}) },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: key('session') });
      await queryClient.invalidateQueries({ queryKey: workspaceQuery.queryKey });
      onDone();
    },
  });
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save.mutate();
      }}
    >
      <h2 className={styles.title}>{t('business.title')}</h2>
      <p className={styles.why}>{empty ? t('business.why') : t('business.fixed')}</p>
      <div className={styles.fields}>
        <TextInput
          label={t('business.name')}
          value={name}
          maxLength={200}
          autoComplete="organization"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('business.currency')}
          data={Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${currencyName(code)}` }))}
          value={currency}
          searchable
          limit={80}
          allowDeselect={false}
          disabled={!empty}
          onChange={(value) => {
            setCurrency(value ?? currency);
            setMoneyChosen(true);
          }}
        />
        <Select
          label={t('business.zone')}
          data={['UTC', ...Intl.supportedValuesOf('timeZone')]}
          value={zone}
          searchable
          limit={80}
          allowDeselect={false}
          disabled={!empty}
          onChange={(value) => setZone(value ?? zone)}
        />
        <Select
          label={t('business.country')}
          data={countries()}
          value={country}
          searchable
          limit={80}
          allowDeselect={false}
          disabled={!empty}
          onChange={(value) => {
            setCountry(value ?? country);
            // Its money goes along until somebody has chosen another.
            if (!moneyChosen) setCurrency(currencyOf(value ?? country) ?? currency);
          }}
        />
      </div>
      {save.isError ? <ProblemBox error={save.error} /> : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
          {t('continue')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('skip')}
        </Button>
      </div>
    </form>
  );
}
