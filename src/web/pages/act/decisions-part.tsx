import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconActivity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { decisionsQuery } from './act-queries.ts';
import styles from './act.module.css';

/** What was decided just now, for whom, and why. */
export function DecisionsPart({ slot }: { readonly slot?: string }) {
  const { t } = useTranslation('act');
  const format = useFormat();
  return (
    <Panel title={t('decisions.title')} how={t('decisions.how')}>
      <Asked answer={useQuery(decisionsQuery(slot))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconActivity} title={t('decisions.none')}>
              {t('decisions.noneHint')}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {items.map((each) => (
                <li key={`${each.id} ${each.slot}`} className={styles.item}>
                  <div className={styles.words}>
                    <span className={styles.name}>
                      {each.slot}: {each.variant}
                    </span>
                    <span className={styles.small}>
                      {t(`reason.${each.reason}`)} {each.when === null ? null : <code className={styles.code}>{each.when}</code>}
                    </span>
                  </div>
                  <span className={styles.small}>
                    {each.profile === null ? (
                      t('decisions.nobody')
                    ) : (
                      <Link to="/customers/$profile" params={{ profile: String(each.profile) }}>
                        {t('decisions.customer', { number: each.profile })}
                      </Link>
                    )}{' '}
                    · {t(`decisions.by.${each.by}`)} · {format.moment(each.at)} · {t('decisions.took', { microseconds: each.microseconds })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Panel>
  );
}
