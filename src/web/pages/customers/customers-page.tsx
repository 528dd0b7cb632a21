import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch, IconUsers, IconUsersPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { segmentAddress } from '../../components/group/group.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Page } from '../../components/page/page.tsx';
import { People } from '../../components/people/people.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useWorkspace } from '../../components/use-workspace.ts';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { whereOf } from './column-filter.ts';
import { customerColumns } from './customer-columns.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { askedOf, csvAddress, customersQuery } from './customers-query.ts';
import styles from './customers.module.css';
import { SavedSets } from './saved-sets.tsx';

const route = getRouteApi('/shell/customers');
const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
/** Typing never waits for the server, nor asks it for every letter. */
const pause = 120;

/** Every customer: found as one types, filtered and sorted by anything known of them. */
export function CustomersPage() {
  const { t } = useTranslation('customers');
  const { empty } = useWorkspace();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const { data: vocabulary, error: noWords } = useQuery(vocabularyQuery);
  const [typed, setTyped] = useState(state.search);
  const change = (next: Partial<typeof state>) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const search = (text: string) => {
    setTyped(text);
    change({ search: text });
  };

  const where = vocabulary === undefined ? state.where : whereOf(state.where, state.filters, vocabulary.attributes);
  const known = state.columns.split(',').filter((name) => vocabulary?.attributes.has(name));
  const [asked] = useDebouncedValue(askedOf({ ...state, columns: known.join(',') }, where), pause);
  // What is asked follows what is seen a moment later; before the words are there it would ask for no columns.
  const ready = vocabulary !== undefined && (asked.columns ?? '') === known.join(',');
  const list = useInfiniteQuery({ ...customersQuery(asked), enabled: ready });
  const columns = useMemo(() => {
    if (vocabulary === undefined) return [];
    const filter = (name: string, text: string) =>
      void navigate({
        search: (before) => ({
          ...before,
          filters: Object.fromEntries(Object.entries({ ...before.filters, [name]: text }).filter(([, value]) => value !== '')),
        }),
        replace: true,
      });
    return customerColumns(vocabulary, { values: state.filters, change: filter }, t);
  }, [vocabulary, state.filters, navigate, t]);

  if (empty)
    return (
      <Page title={t('title')}>
        <EmptyState icon={IconUsers} title={t('empty.title')}>
          {t('empty.explain')}
        </EmptyState>
      </Page>
    );
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const mayEdit = useMayEdit();
  const narrowed = where !== '' || state.search !== '';
  return (
    <Page
      wide
      title={t('title')}
      lead={
        first === undefined ? undefined : (
          <People count={first.total} share={narrowed && first.everybody > 0 ? first.total / first.everybody : undefined} stale={list.isPlaceholderData} />
        )
      }
      actions={
        <>
          {mayEdit ? (
            <Button component="a" href={csvAddress(asked)} download variant="default" leftSection={<IconDownload {...icon} />}>
              {t('export')}
            </Button>
          ) : null}
          {where === '' ? null : (
            <InnerLink href={segmentAddress(where, t('segmentName'))}>
              <Button component="span" leftSection={<IconUsersPlus {...icon} />}>
                {t('makeSegment')}
              </Button>
            </InnerLink>
          )}
        </>
      }
    >
      {where === '' || first?.sentence === undefined || first.sentence === null ? null : (
        <div className={styles.condition}>
          <p>{first.sentence}</p>
          <Button variant="subtle" size="compact-sm" onClick={() => change({ where: '', filters: {} })}>
            {t('everybody')}
          </Button>
        </div>
      )}
      {noWords === null ? null : <ProblemBox error={noWords} />}
      {list.isError ? <ProblemBox error={list.error} onRetry={() => void list.refetch()} /> : null}
      {vocabulary === undefined || (list.data === undefined && !list.isError) ? (
        <Waiting height={480} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.profile)}
          sort={{ column: state.sort, descending: state.descending }}
          onSort={({ column, descending }) => change({ sort: column, descending })}
          shown={['name', ...known]}
          onShown={(ids) => change({ columns: ids.filter((id) => id !== 'name').join(',') })}
          total={first?.total}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          fetchingMore={list.isFetchingNextPage}
          stale={list.isPlaceholderData}
          empty={t('nobody')}
          tools={
            <>
              <TextInput
                className={styles.search}
                type="search"
                value={typed}
                aria-label={t('search')}
                placeholder={t('searchHint')}
                leftSection={<IconSearch {...icon} />}
                rightSection={typed === '' ? null : <CloseButton aria-label={t('clear')} size="sm" onClick={() => search('')} />}
                onChange={(event) => search(event.currentTarget.value)}
              />
              <SavedSets state={state} onOpen={change} />
            </>
          }
        />
      )}
    </Page>
  );
}
