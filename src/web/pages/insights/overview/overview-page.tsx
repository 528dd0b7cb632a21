import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../../components/waiting/asked.tsx';
import { type InsightTab, insightTabs } from '../frame/insight-tabs.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import {
  affinityQuery,
  cohortsQuery,
  concentrationQuery,
  crossTabulationQuery,
  purchaseGapsQuery,
  rfmQuery,
  whenQuery,
  whereQuery,
} from '../insights-query.ts';
import styles from './overview-page.module.css';

type Found = { readonly sentence: string };
type Finding = UseQueryOptions<Found, Error, Found>;

/** The questions that have an answer without being asked more closely. */
const findings: Readonly<Partial<Record<InsightTab['name'], unknown>>> = {
  rfm: rfmQuery({ across: 'frequency' }),
  cohorts: cohortsQuery({ by: 'month', measure: 'retention' }),
  concentration: concentrationQuery,
  products: affinityQuery({ within: 'customer' }),
  rhythm: purchaseGapsQuery,
  when: whenQuery,
  where: whereQuery({ level: 'city' }),
  crossing: crossTabulationQuery({ rows: { attribute: 'lifecycle' }, columns: { attribute: 'value_tier' }, measure: 'people' }),
};

/** Every question of Insights with its finding in a sentence. */
export function OverviewPage() {
  const { t } = useTranslation('insights');
  return (
    <InsightsFrame tab="overview">
      <ul className={styles.cards}>
        {insightTabs
          .filter(({ name }) => name !== 'overview')
          .map(({ name, to }) => (
            <li key={name} className={styles.card}>
              <h2 className={styles.title}>
                <Link to={to} className={styles.link}>
                  {t(`tab.${name}`)}
                </Link>
              </h2>
              {findings[name] === undefined ? <p className={styles.lead}>{t(`lead.${name}`)}</p> : <Sentence finding={findings[name] as Finding} />}
            </li>
          ))}
      </ul>
    </InsightsFrame>
  );
}

function Sentence({ finding }: { readonly finding: Finding }) {
  const answer = useQuery(finding);
  return (
    <Asked answer={answer} lines={2}>
      {({ sentence }) => <p className={styles.finding}>{sentence}</p>}
    </Asked>
  );
}
