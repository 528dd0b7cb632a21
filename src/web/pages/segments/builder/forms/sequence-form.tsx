import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Sequence, SequenceStep } from '../../../../../language/index.ts';
import { filtersOf, isWholeFilter, whereOf } from '../../../../segment-editor/filters.ts';
import type { LeafCondition } from '../../../../segment-editor/node.ts';
import styles from './filter-list.module.css';
import { FilterList } from './filter-list.tsx';
import { SourceSelect } from './source-select.tsx';
import { DurationInput, WindowInput } from './window-input.tsx';

type Props = { readonly id: string; readonly condition: Sequence; readonly onChange: (condition: LeafCondition, pending?: boolean) => void };

/** This, then that, then not the other: each step with what counts and how long after the step before. */
export function SequenceForm({ condition, onChange }: Props) {
  const { t } = useTranslation('segments-builder');
  const { steps } = condition;
  const write = (next: readonly SequenceStep[]) =>
    onChange({ ...condition, steps: next }, !next.every(({ facts }) => (filtersOf(facts.where)?.of ?? []).every(isWholeFilter)));
  const add = () => write([...steps, { facts: { of: steps.at(-1)?.facts.of ?? { kind: 'orders' } }, absent: false, within: { amount: 7, unit: 'day' } }]);
  return (
    <div className={styles.list}>
      {steps.map((step, index) => (
        // A step's place is its identity.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.filter}>
          <Step step={step} index={index} onChange={(next) => write(steps.with(index, next))} />
          {steps.length > 2 && index > 0 ? (
            <ActionIcon size="sm" aria-label={t('sequence.removeStep')} onClick={() => write(steps.toSpliced(index, 1))}>
              <IconX size={14} stroke={1.75} aria-hidden />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      <div className={styles.filter}>
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={add}>
          {t('sequence.addStep')}
        </Button>
        <span className={styles.word}>{t('sequence.allWithin')}</span>
        <WindowInput
          window={condition.window}
          allTime
          onChange={(window) => {
            const { window: _before, ...rest } = condition;
            if (window === undefined) onChange(rest);
            else if (window.kind !== 'next') onChange({ ...rest, window });
          }}
        />
      </div>
    </div>
  );
}

function Step({ step, index, onChange }: { readonly step: SequenceStep; readonly index: number; readonly onChange: (step: SequenceStep) => void }) {
  const { t } = useTranslation('segments-builder');
  const { facts, absent, within } = step;
  const { within: _limit, ...unlimited } = step;
  return (
    <>
      {index === 0 ? (
        <span className={styles.word}>{t('sequence.first')}</span>
      ) : (
        <NativeSelect
          size="xs"
          aria-label={t('sequence.then')}
          value={absent ? 'absent' : 'then'}
          data={[
            { value: 'then', label: t('sequence.then') },
            { value: 'absent', label: t('sequence.thenNot') },
          ]}
          onChange={({ currentTarget }) => onChange({ ...step, absent: currentTarget.value === 'absent' })}
        />
      )}
      <SourceSelect source={facts.of} onChange={(of) => onChange({ ...step, facts: { of } })} />
      {index === 0 ? null : (
        <>
          <Checkbox
            size="xs"
            label={t('sequence.within')}
            checked={within !== undefined}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? { ...step, within: { amount: 7, unit: 'day' } } : unlimited)}
          />
          {within === undefined ? null : (
            <DurationInput amount={within.amount} unit={within.unit} onChange={(amount, unit) => onChange({ ...step, within: { amount, unit } })} />
          )}
        </>
      )}
      <FilterList
        source={facts.of}
        filters={filtersOf(facts.where) ?? { join: 'all', of: [] }}
        onChange={(filters) => {
          const where = whereOf(filters);
          onChange({ ...step, facts: where === undefined ? { of: facts.of } : { of: facts.of, where } });
        }}
      />
    </>
  );
}
