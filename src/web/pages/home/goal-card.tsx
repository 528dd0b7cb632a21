import { Button, Modal, Progress } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { key } from '../../api/keys.ts';
import type { Formatters } from '../../components/format/formatters.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { usePerson } from '../../components/use-workspace.ts';
import { GoalStep } from '../start/goal-step.tsx';
import { unitOf } from '../start/goals.ts';
import styles from './goal-card.module.css';
import { type GoalProgress, goalProgressQuery } from './home-query.ts';

/** What the owner wants to achieve, how far it is, until when; it is changed here, too. */
export function GoalCard() {
  const { t } = useTranslation(['home', 'start']);
  const queryClient = useQueryClient();
  const mayChange = usePerson()?.role !== 'viewer';
  const { data } = useQuery(goalProgressQuery);
  const [opened, dialog] = useDisclosure(false);
  if (data === undefined || (data.goal === null && !mayChange)) return null;
  return (
    <section className={styles.card} aria-label={t('goal.title')}>
      {data.goal === null ? <p className={styles.words}>{t('goal.none')}</p> : <Standing goal={data.goal} />}
      {mayChange ? (
        <Button variant="default" size="xs" onClick={dialog.open}>
          {data.goal === null ? t('goal.set') : t('goal.change')}
        </Button>
      ) : null}
      <Modal opened={opened} onClose={dialog.close} title={t('goal.title')} size="xl" closeButtonProps={{ 'aria-label': t('goal.close') }}>
        <GoalStep
          alone
          onDone={() => {
            dialog.close();
            void queryClient.invalidateQueries({ queryKey: key('home') });
          }}
        />
      </Modal>
    </section>
  );
}

function Standing({ goal }: { readonly goal: GoalProgress }) {
  const { t } = useTranslation(['home', 'start']);
  const format = useFormat();
  const name = t(`start:goals.${goal.goal}.name`);
  if (goal.target === null)
    return (
      <p className={styles.words}>
        <strong>{t('goal.yours', { goal: name })}</strong> {until()} <span className={styles.muted}>{t('goal.noTarget')}</span>
      </p>
    );
  const { measure, number } = goal.target;
  const target = shown(measure, number, format);
  const value = goal.value === null ? t('goal.unknown') : shown(measure, goal.value, format);
  const share = goal.value === null ? 0 : Math.min(1, goal.value / number);
  return (
    <div className={styles.words}>
      <p>
        <strong>{t('goal.yours', { goal: name })}</strong> {t('goal.standing', { measure: t(`start:measures.${measure}`), value, target })}{' '}
        {goal.reached === true ? t('goal.reached') : ''} {until()}
      </p>
      <Progress value={share * 100} size="sm" aria-label={t('goal.progress', { share: format.share(share) })} />
    </div>
  );

  function until(): string {
    if (goal.by === null || goal.days_left === null) return '';
    const day = format.date(goal.by);
    if (goal.days_left < 0) return t('goal.over', { day });
    return t('goal.until', { day, count: goal.days_left, formatted: format.count(goal.days_left) });
  }
}

function shown(measure: Parameters<typeof unitOf>[0], value: number, format: Formatters): string {
  switch (unitOf(measure)) {
    case 'percent':
      return format.share(value / 100);
    case 'money':
      return format.money(value);
    case 'count':
      return format.count(value);
  }
}
