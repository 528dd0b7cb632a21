import { Radio, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import styles from './data.module.css';

const most = 6;
const pause = 120;
const found = (search: string) =>
  queryOptions({
    queryKey: key('customers', 'search', search),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers', { params: { query: { search, limit: most } }, signal })),
    enabled: search.trim().length > 1,
    placeholderData: keepPreviousData,
  });

type Props = {
  readonly label: string;
  /** Who is not to be found. */
  readonly without: number | undefined;
  readonly chosen: number | undefined;
  readonly onChoose: (profile: number, label: string) => void;
};

/** Finds one customer by any part of a name or identifier. */
export function CustomerSearch({ label, without, chosen, onChoose }: Props) {
  const { t } = useTranslation('data');
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, pause);
  const asked = useQuery(found(settled));
  const items = search.trim().length > 1 ? (asked.data?.items ?? []).filter(({ profile }) => profile !== without) : [];
  return (
    <div>
      <TextInput
        label={label}
        placeholder={t('byHand.placeholder')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      {asked.isError ? <ProblemBox error={asked.error} /> : null}
      <div role="status" className={styles.muted}>
        {asked.data !== undefined && search.trim().length > 1 && items.length === 0 ? t('byHand.nobody') : null}
      </div>
      {items.length === 0 ? null : (
        <Radio.Group aria-label={label} value={String(chosen ?? '')} onChange={(value) => onChoose(Number(value), labelOf(items, Number(value)))} mt="xs">
          <Stack gap={4}>
            {items.map(({ profile }) => (
              <Radio key={profile} value={String(profile)} label={labelOf(items, profile)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </div>
  );
}

type Found = { readonly profile: number; readonly name: string | null; readonly email: string | null; readonly customer_id: string | null };

function labelOf(items: readonly Found[], wanted: number): string {
  const one = items.find(({ profile }) => profile === wanted);
  return [one?.name, one?.email ?? one?.customer_id].filter((part) => part !== null && part !== undefined && part !== '').join(' · ') || `#${wanted}`;
}
