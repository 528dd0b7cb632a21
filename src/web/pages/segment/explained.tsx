import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { explanationQuery } from './segment-queries.ts';
import styles from './segment-page.module.css';

const mostFacts = 5;

/** Why somebody is in a segment or is not: each condition with the facts behind it, what would have to change, and when time alone does. */
export function Explained({ segment, customer }: { readonly segment: string; readonly customer: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const found = useQuery(explanationQuery(segment, customer));
  return (
    <Asked answer={found} lines={6}>
      {({ member, listed, conditions, to_enter: toEnter, leaves_at: leaves, enters_at: enters }) => (
        <div className={styles.stack}>
          <strong>{member ? t('why.member') : t('why.notMember')}</strong>
          {listed === null ? null : <p>{t(`why.${listed}`)}</p>}
          <ul className={styles.rows}>
            {conditions.map(({ text, sentence, holds, actual, because, facts, facts_count: count }) => (
              <li key={text} className={styles.row}>
                <div className={styles.label}>
                  <span>{sentence}</span>
                  <strong>{holds ? t('why.holds') : t('why.fails')}</strong>
                </div>
                <span className={styles.muted}>
                  {t('why.actual', { value: actual === null ? t('why.unknown') : Array.isArray(actual) ? format.list(actual) : String(actual) })}
                </span>
                {because === null ? null : <p className={styles.muted}>{because}</p>}
                <ul>
                  {facts.slice(0, mostFacts).map((fact) => (
                    <li key={`${fact.at} ${fact.id ?? ''} ${fact.title ?? ''}`} className={styles.muted}>
                      {format.day(fact.at)} {fact.title ?? fact.kind}
                    </li>
                  ))}
                </ul>
                {count > mostFacts ? <span className={styles.muted}>{t('why.more', { count: count - mostFacts })}</span> : null}
              </li>
            ))}
          </ul>
          {toEnter.length === 0 ? null : (
            <div>
              <strong>{t('why.toEnter')}</strong>
              <ul>
                {toEnter.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </div>
          )}
          {leaves === null ? null : <p>{t('why.leaves', { day: format.moment(leaves) })}</p>}
          {enters === null ? null : <p>{t('why.enters', { day: format.moment(enters) })}</p>}
          <InnerLink href={`/customers/${encodeURIComponent(customer)}`}>{t('why.open')}</InnerLink>
        </div>
      )}
    </Asked>
  );
}
