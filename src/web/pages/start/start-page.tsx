import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { BusinessStep } from './business-step.tsx';
import { DataStep } from './data-step.tsx';
import { GoalStep } from './goal-step.tsx';
import styles from './start.module.css';
import { type StartStep, startSteps } from './start-search.ts';

const route = getRouteApi('/shell/start');

/** The way in: what to achieve, which business, and its data. Every step can be skipped and come back to; the address says which one is shown. */
export function StartPage() {
  const { t } = useTranslation('start');
  const { step, job } = route.useSearch();
  const navigate = route.useNavigate();
  const person = usePerson();
  const steps = startSteps.filter((each) => each !== 'business' || person?.role === 'owner');
  const go = (to: StartStep | undefined) => void navigate({ search: { step: to ?? 'data' } });
  const next = () => go(steps[steps.indexOf(step) + 1]);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ol className={styles.steps} aria-label={t('steps')}>
        {steps.map((each, index) => (
          <li key={each}>
            <button type="button" className={styles.step} aria-current={each === step ? 'step' : undefined} onClick={() => go(each)}>
              <span className={styles.number}>{index + 1}</span>
              {t(`step.${each}`)}
            </button>
          </li>
        ))}
      </ol>
      {step === 'goal' ? <GoalStep onDone={next} /> : null}
      {step === 'business' ? <BusinessStep onDone={next} /> : null}
      {step === 'data' ? <DataStep job={job} onJob={(started) => void navigate({ search: { step: 'data', job: started } })} /> : null}
    </Page>
  );
}
