import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { comingChangesQuery } from './customer-queries.ts';
import styles from './customer.module.css';

const mostShown = 8;

/** Which segments time alone will end or begin, soonest first. */
export function ComingChanges({ id }: { readonly id: string }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const { data } = useQuery(comingChangesQuery(id));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{t('coming.title')}</h3>
      <ul className={styles.list}>
        {data.items.slice(0, mostShown).map(({ slug, name, at, enters }) => (
          <li key={slug}>
            {enters ? t('coming.enters') : t('coming.leaves')}{' '}
            <InnerLink href={`/segments/${slug}`} underline="always">
              {name}
            </InnerLink>{' '}
            <span className={styles.muted}>{t('coming.on', { day: format.day(at) })}</span>
          </li>
        ))}
      </ul>
      {data.items.length > mostShown ? <p className={styles.muted}>{t('coming.more', { count: data.items.length - mostShown })}</p> : null}
    </>
  );
}
