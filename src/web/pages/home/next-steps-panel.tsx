import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { GroupActions } from '../../components/group/group-actions.tsx';
import { HowTip } from '../../components/panel/how-tip.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { nextStepsQuery, type NextSteps } from './home-query.ts';
import styles from './next-steps-panel.module.css';
import { useGoal } from './use-goal.ts';

const first = 3;

/** What to do next, most money first as far as it serves the goal. */
export function NextStepsPanel() {
  const { t } = useTranslation('home');
  const { known, goal } = useGoal();
  const answer = useQuery({ ...nextStepsQuery(goal), enabled: known });
  const [all, setAll] = useState(false);
  return (
    <Panel title={t('next.title')} finding={goal === undefined || goal === 'understand' ? undefined : t(`next.goal.${goal}`)} how={answer.data?.how}>
      <Asked answer={answer} height={180}>
        {({ steps, sentence }) =>
          steps.length === 0 ? (
            <p className={styles.nothing}>{sentence}</p>
          ) : (
            <>
              <ol className={styles.steps}>
                {steps.slice(0, all ? undefined : first).map((step) => (
                  <Step key={step.kind} step={step} />
                ))}
              </ol>
              {steps.length > first ? (
                <Button variant="subtle" size="xs" className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
                  {all ? t('next.fewer') : t('next.all', { count: steps.length - first })}
                </Button>
              ) : null}
            </>
          )
        }
      </Asked>
    </Panel>
  );
}

function Step({ step }: { readonly step: NextSteps['steps'][number] }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  return (
    <li className={styles.step}>
      <div className={styles.words}>
        <h3 className={styles.title}>{step.title}</h3>
        <p className={styles.why}>
          {step.why} {step.action}
        </p>
        <GroupActions group={{ title: step.title, people: step.people, expression: step.expression, segmentName: step.segment_name }} />
      </div>
      <div className={styles.money}>
        {step.money_per_year === null ? (
          <span className={styles.unpriced}>{t('next.unpriced')}</span>
        ) : (
          <>
            <strong className={styles.amount}>{format.money(step.money_per_year)}</strong>
            <span className={styles.year}>{t('next.aYear')}</span>
          </>
        )}
        <HowTip title={step.title}>{step.reckoning}</HowTip>
      </div>
    </li>
  );
}
