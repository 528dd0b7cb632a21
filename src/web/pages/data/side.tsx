import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../components/format/name-of.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { useIdentifierName } from '../../components/format/use-identifier-name.ts';
import { Day } from '../../components/format/values.tsx';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { customerQuery } from '../customer/customer-queries.ts';
import styles from './data.module.css';

const telling = ['address', 'postcode', 'city', 'country', 'birthday'] as const;

/** One of two who may be the same. */
export function Side({ profile, label }: { readonly profile: number; readonly label: string }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const identifierName = useIdentifierName();
  const told = (name: (typeof telling)[number], value: string): string => {
    if (name === 'country') return nameOf('region', value);
    return name === 'birthday' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value;
  };
  const asked = useQuery(customerQuery(`#${profile}`));
  return (
    <section className={styles.card} aria-label={label}>
      <h2 className={styles.name}>
        <InnerLink href={`/customers/${profile}`}>{label}</InnerLink>
      </h2>
      <Asked answer={asked} lines={5}>
        {({ identifiers, traits, features }) => {
          const last = features['last_order_at'];
          return (
            <dl className={styles.facts}>
              {identifiers.map(({ namespace, value }) => (
                <div key={`${namespace} ${value}`} className={styles.pair}>
                  <dt>{identifierName(namespace)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
              {telling
                .filter((name) => typeof traits[name] === 'string')
                .map((name) => (
                  <div key={name} className={styles.pair}>
                    <dt>{t(`duplicates.${name}`)}</dt>
                    <dd>{told(name, String(traits[name]))}</dd>
                  </div>
                ))}
              <dt>{t('duplicates.orders')}</dt>
              <dd>{format.count(Number(features['orders_count'] ?? 0))}</dd>
              <dt>{t('duplicates.spent')}</dt>
              <dd>{format.money(Number(features['total_spent'] ?? 0))}</dd>
              {typeof last === 'string' ? (
                <>
                  <dt>{t('duplicates.last')}</dt>
                  <dd>
                    <Day at={last} />
                  </dd>
                </>
              ) : null}
            </dl>
          );
        }}
      </Asked>
    </section>
  );
}
