import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconUser, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { useFormat } from '../../components/format/use-format.ts';
import styles from './palette.module.css';

const most = 5;
const pause = 120;

const customersFound = (search: string) =>
  queryOptions({
    queryKey: key('customers', 'found', search),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers', { params: { query: { search, limit: most } }, signal })),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });

const segmentsQuery = queryOptions({
  queryKey: key('segments', 'list'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/segments', { signal })),
});

/** Customers by any identifier, asked of the server as one types, and segments by name. */
export function FoundThings({ query }: { readonly query: string }) {
  const { t } = useTranslation(['shell', 'common']);
  const format = useFormat();
  const router = useRouter();
  const [settled] = useDebouncedValue(query, pause);
  const { data: found } = useQuery(customersFound(settled));
  const { data: all } = useQuery({ ...segmentsQuery, enabled: query !== '' });
  if (query.length < 2) return <p className={styles.hint}>{t('palette.hint')}</p>;
  const customers = settled === '' ? [] : (found?.items ?? []);
  const segments = (all?.items ?? []).filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())).slice(0, most);
  const open = (to: string) => void router.navigate({ to });
  const nothing = settled === query && found !== undefined && customers.length === 0 && segments.length === 0;
  return (
    <>
      {nothing ? <p className={styles.hint}>{t('palette.nothing')}</p> : null}
      {customers.length === 0 ? null : (
        <Spotlight.ActionsGroup label={t('palette.customers')}>
          {customers.map(({ profile, name, email, customer_id: id, orders, total_spent: spent }) => (
            <Spotlight.Action
              key={profile}
              leftSection={<IconUser size={18} stroke={1.75} aria-hidden />}
              label={name ?? email ?? id ?? String(profile)}
              description={[
                name === null ? null : email,
                t('palette.orders', { count: orders ?? 0, formatted: format.count(orders ?? 0) }),
                format.money(spent ?? 0),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
              onClick={() => open(`/customers/${profile}`)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {segments.length === 0 ? null : (
        <Spotlight.ActionsGroup label={t('palette.segments')}>
          {segments.map(({ slug, name, members }) => (
            <Spotlight.Action
              key={slug}
              leftSection={<IconUsersGroup size={18} stroke={1.75} aria-hidden />}
              label={name}
              description={members === null ? '' : t('common:people', { count: members, formatted: format.count(members) })}
              onClick={() => open(`/segments/${slug}`)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}
