import { useTranslation } from 'react-i18next';
import { useIdentifierName } from '../../components/format/use-identifier-name.ts';
import { Panel } from '../../components/panel/panel.tsx';
import type { Customer } from './customer-queries.ts';
import styles from './customer.module.css';

/** What tells records about this customer, strongest first. */
export function IdentifiersPanel({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customer');
  const identifierName = useIdentifierName();
  return (
    <Panel title={t('identifiers.title')}>
      <dl className={styles.facts}>
        {customer.identifiers.map(({ namespace, value, source }) => (
          <div key={`${namespace} ${value}`} className={styles.pair}>
            <dt>{identifierName(namespace)}</dt>
            <dd>
              {value}
              {source === null ? null : <span className={styles.muted}>{t('identifiers.from', { source })}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
