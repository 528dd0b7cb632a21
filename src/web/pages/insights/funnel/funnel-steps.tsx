import { ActionIcon, Button, Select } from '@mantine/core';
import { IconArrowRight, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './funnel-steps.module.css';

type Props = {
  readonly steps: readonly string[];
  readonly events: readonly string[];
  /** Days from one step to the next. */
  readonly within: number | undefined;
  readonly onSteps: (steps: readonly string[]) => void;
  readonly onWithin: (days: number | undefined) => void;
};

const mostSteps = 8;
const fewestSteps = 2;
const choicesOfDays = [1, 3, 7, 14, 30, 90];

/** The events in order, and how long one may take from each to the next. */
export function FunnelSteps({ steps, events, within, onSteps, onWithin }: Props) {
  const { t } = useTranslation('insights');
  const days = choicesOfDays.map((count) => ({ value: String(count), label: t('days', { count }) }));
  return (
    <div className={styles.steps} role="group" aria-label={t('funnel.steps')}>
      {steps.map((step, index) => (
        <div key={index} className={styles.step}>
          {index === 0 ? null : <IconArrowRight size={16} stroke={1.75} aria-hidden className={styles.arrow} />}
          <Select
            aria-label={t('funnel.step', { number: index + 1 })}
            data={[...new Set([step, ...events])]}
            value={step}
            searchable
            allowDeselect={false}
            className={styles.select}
            onChange={(next) => onSteps(steps.map((each, at) => (at === index ? (next ?? each) : each)))}
          />
          {steps.length <= fewestSteps ? null : (
            <ActionIcon aria-label={t('funnel.remove', { event: step })} onClick={() => onSteps(steps.filter((_, at) => at !== index))}>
              <IconX size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {steps.length >= mostSteps ? null : (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => onSteps([...steps, events.find((event) => !steps.includes(event)) ?? steps.at(-1) ?? ''])}
        >
          {t('funnel.add')}
        </Button>
      )}
      <Select
        aria-label={t('funnel.within')}
        placeholder={t('funnel.anyTime')}
        data={days}
        value={within === undefined ? null : String(within)}
        clearable
        className={styles.within}
        renderOption={({ option }) => t('funnel.withinDays', { days: option.label })}
        onChange={(next) => onWithin(next === null ? undefined : Number(next))}
      />
    </div>
  );
}
