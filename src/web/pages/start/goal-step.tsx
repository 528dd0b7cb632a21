import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalSetting } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { usePerson, useWorkspace } from '../../components/use-workspace.ts';
import { Asked } from '../../components/waiting/asked.tsx';
import { goalQuery } from './goal-query.ts';
import { type Goal, goals, measuresOf, unitOf } from './goals.ts';
import styles from './start.module.css';

type Props = {
  readonly onDone: () => void;
  /** In a dialog of its own rather than as a step of the way in. */
  readonly alone?: boolean;
};

/** What to achieve. The answer orders what later screens propose; without one everything is proposed by its money alone. */
export function GoalStep({ onDone, alone = false }: Props) {
  return <Asked answer={useQuery(goalQuery)}>{(known) => <GoalForm known={known} onDone={onDone} alone={alone} />}</Asked>;
}

function GoalForm({ known, onDone, alone }: Props & { readonly known: GoalSetting | null }) {
  const { t } = useTranslation('start');
  const queryClient = useQueryClient();
  const { currency } = useWorkspace();
  const person = usePerson();
  const [goal, setGoal] = useState<Goal | undefined>(known?.goal);
  const [measure, setMeasure] = useState(known?.target?.measure);
  const [number, setNumber] = useState<number | undefined>(known?.target?.number);
  const [by, setBy] = useState(known?.by ?? '');
  const measures = goal === undefined ? [] : measuresOf[goal];
  const measured = measures.find((each) => each === measure) ?? measures[0];
  const save = useMutation({
    mutationFn: (chosen: Goal) =>
      answer(
        client.PUT('/api/v1/goal', {
          body: { goal: chosen, target: measured === undefined || number === undefined ? null : { measure: measured, number }, by: by === '' ? null : by },
        }),
      ),
    onSuccess: ({ goal: saved }) => {
      queryClient.setQueryData(goalQuery.queryKey, saved);
      onDone();
    },
  });
  const unit = measured === undefined ? 'count' : unitOf(measured);
  const sign = unit === 'percent' ? '%' : unit === 'money' ? currency : undefined;
  const tooMuch = unit === 'percent' && number !== undefined && number > 100;
  return (
    <form
      className={alone ? styles.bare : styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (goal !== undefined) save.mutate(goal);
      }}
    >
      <fieldset className={styles.fieldset}>
        <legend className={styles.title}>{t('goal.title')}</legend>
        <div className={styles.goals}>
          {goals.map((each) => (
            <label key={each} className={styles.goal}>
              <input type="radio" name="goal" value={each} checked={goal === each} onChange={() => setGoal(each)} />
              <span>
                <strong>{t(`goals.${each}.name`)}</strong>
                {t(`goals.${each}.why`)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {measured === undefined ? null : (
        <fieldset className={styles.fieldset}>
          <legend>{t('goal.target')}</legend>
          <div className={styles.fields}>
            <Select
              label={t('goal.measure')}
              data={measures.map((each) => ({ value: each, label: t(`measures.${each}`) }))}
              value={measured}
              allowDeselect={false}
              onChange={(value) => setMeasure(measures.find((each) => each === value))}
            />
            <NumberInput
              label={t('goal.number')}
              value={number ?? ''}
              min={0}
              max={1e12}
              thousandSeparator=","
              hideControls
              rightSection={sign === undefined ? null : <span>{sign}</span>}
              rightSectionWidth={sign === undefined ? 0 : 48}
              error={tooMuch ? t('goal.tooMuch') : undefined}
              onChange={(value) => setNumber(typeof value === 'number' && value > 0 ? value : undefined)}
            />
            <TextInput type="date" label={t('goal.by')} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
          </div>
        </fieldset>
      )}
      {save.isError ? <ProblemBox error={save.error} /> : null}
      <div className={styles.buttons}>
        {person?.role === 'viewer' ? null : (
          <Button type="submit" disabled={goal === undefined || tooMuch} loading={save.isPending}>
            {alone ? t('goal.save') : t('continue')}
          </Button>
        )}
        <Button variant="subtle" onClick={onDone}>
          {alone ? t('goal.cancel') : t('skip')}
        </Button>
      </div>
    </form>
  );
}
