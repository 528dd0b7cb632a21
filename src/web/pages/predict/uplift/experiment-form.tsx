import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel/panel.tsx';
import type { UpliftSearch } from '../predict-search.ts';
import styles from '../predict.module.css';

type Props = {
  readonly asked: UpliftSearch;
  readonly segments: readonly { readonly slug: string; readonly name: string }[];
  readonly onAsk: (next: UpliftSearch) => void;
};

/** What was tried: on whom, on whom not, when, and what for. */
export function ExperimentForm({ asked, segments, onAsk }: Props) {
  const { t } = useTranslation('predict');
  const [own, setOwn] = useState(asked);
  const choices = segments.map(({ slug, name }) => ({ value: slug, label: name }));
  // A definition that came with the address stays a choice.
  const withOwn = (value: string | undefined) =>
    value === undefined || choices.some((choice) => choice.value === value) ? choices : [{ value, label: value }, ...choices];
  return (
    <Panel title={t('uplift.experiment')} finding={t('uplift.experimentFinding')}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (own.treated !== undefined && own.since !== undefined) onAsk(own);
        }}
      >
        <Select
          label={t('uplift.treated')}
          data={withOwn(own.treated)}
          value={own.treated ?? null}
          searchable
          onChange={(next) => setOwn({ ...own, treated: next ?? undefined })}
        />
        <Select
          label={t('uplift.control')}
          placeholder={t('uplift.everybodyElse')}
          data={withOwn(own.control).filter(({ value }) => value !== own.treated)}
          value={own.control ?? null}
          searchable
          clearable
          onChange={(next) => setOwn({ ...own, control: next ?? undefined })}
        />
        <TextInput
          type="date"
          label={t('uplift.since')}
          value={own.since ?? ''}
          onChange={(event) => setOwn({ ...own, since: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
        />
        <NumberInput
          label={t('uplift.days')}
          min={1}
          max={366}
          value={own.days}
          onChange={(next) => setOwn({ ...own, days: Math.max(1, Math.round(Number(next))) })}
        />
        <TextInput
          label={t('uplift.outcome')}
          placeholder={t('uplift.orders', { count: own.days })}
          value={own.outcome ?? ''}
          onChange={(event) => setOwn({ ...own, outcome: event.currentTarget.value.trim() === '' ? undefined : event.currentTarget.value })}
        />
        <Button type="submit" disabled={own.treated === undefined || own.since === undefined}>
          {t('uplift.ask')}
        </Button>
      </form>
    </Panel>
  );
}
