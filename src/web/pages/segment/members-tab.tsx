import { Button, Drawer, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentMember } from '../../../contract/index.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { useMayEdit } from '../segments/may-edit.ts';
import { Explained } from './explained.tsx';
import type { Segment } from './segment.ts';
import { membersQuery, type MemberSort } from './segment-queries.ts';
import styles from './segment-page.module.css';
import { useSegmentEdit } from './use-segment-edit.ts';

const route = getRouteApi('/shell/segments/$slug');
type Translate = ReturnType<typeof useTranslation<'segment'>>['t'];

/** Who is in it, and for anybody at all: why, or why not. */
export function MembersTab({ segment, etag }: { readonly segment: Segment; readonly etag: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const { sort } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMayEdit();
  const edit = useSegmentEdit(segment.slug, etag);
  const [asked, setAsked] = useState<string | null>(null);
  const members = useInfiniteQuery(membersQuery(segment.slug, sort));
  const rows = useMemo(() => members.data?.pages.flatMap(({ items }) => items) ?? [], [members.data]);
  const columns = useMemo(() => columnsOf({ t, format, onWhy: setAsked }), [t, format]);
  return (
    <div className={styles.stack}>
      <AnybodyForm
        onAsk={setAsked}
        onAdd={mayEdit ? (id) => edit.mutate({ change: { include: [id] }, say: t('members.added', { id }), undo: { unlist: [id] } }) : undefined}
        onKeepOut={mayEdit ? (id) => edit.mutate({ change: { exclude: [id] }, say: t('members.keptOut', { id }), undo: { unlist: [id] } }) : undefined}
      />
      <Asked answer={members} lines={8}>
        {({ pages }) => (
          <DataTable
            label={t('tabs.members')}
            columns={columns}
            rows={rows}
            rowId={({ profile }) => String(profile)}
            sort={{ column: sort, descending: true }}
            onSort={({ column }) => void navigate({ search: (before) => ({ ...before, sort: column as MemberSort }), replace: true })}
            total={pages[0]?.total}
            onMore={members.hasNextPage ? () => void members.fetchNextPage() : undefined}
            fetchingMore={members.isFetchingNextPage}
            stale={members.isPlaceholderData}
            empty={t('members.nobody')}
          />
        )}
      </Asked>
      <Drawer
        opened={asked !== null}
        onClose={() => setAsked(null)}
        position="right"
        title={t('why.title', { name: segment.name })}
        closeButtonProps={{ 'aria-label': t('why.close') }}
      >
        {asked === null ? null : <Explained segment={segment.slug} customer={asked} />}
      </Drawer>
    </div>
  );
}

type FormProps = {
  readonly onAsk: (id: string) => void;
  readonly onAdd: ((id: string) => void) | undefined;
  readonly onKeepOut: ((id: string) => void) | undefined;
};

/** Any customer by any identifier: explained, put in, or kept out. */
function AnybodyForm({ onAsk, onAdd, onKeepOut }: FormProps) {
  const { t } = useTranslation('segment');
  const [id, setId] = useState('');
  const named = id.trim();
  return (
    <form
      className={styles.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (named !== '') onAsk(named);
      }}
    >
      <TextInput label={t('members.anybody')} placeholder={t('members.anyId')} value={id} onChange={(event) => setId(event.currentTarget.value)} />
      <Button.Group mt={24}>
        <Button type="submit" variant="default" disabled={named === ''}>
          {t('members.why')}
        </Button>
        {onAdd === undefined ? null : (
          <Button variant="default" disabled={named === ''} onClick={() => onAdd(named)}>
            {t('members.add')}
          </Button>
        )}
        {onKeepOut === undefined ? null : (
          <Button variant="default" disabled={named === ''} onClick={() => onKeepOut(named)}>
            {t('members.keepOut')}
          </Button>
        )}
      </Button.Group>
    </form>
  );
}

type ColumnsOf = { readonly t: Translate; readonly format: ReturnType<typeof useFormat>; readonly onWhy: (id: string) => void };

function columnsOf({ t, format, onWhy }: ColumnsOf): readonly Column<SegmentMember>[] {
  const dash = '\u2013';
  return [
    {
      id: 'name',
      header: t('members.name'),
      primary: true,
      cell: ({ profile, name, email, customer_id: id }) => (
        <InnerLink href={`/customers/${profile}`}>{name ?? email ?? id ?? t('number', { number: profile })}</InnerLink>
      ),
    },
    { id: 'orders', header: t('orders'), align: 'right', sortable: true, cell: ({ orders }) => format.count(orders) },
    { id: 'spent', header: t('members.spent'), align: 'right', sortable: true, cell: ({ total_spent: spent }) => format.money(spent) },
    { id: 'recent', header: t('members.last'), align: 'right', sortable: true, cell: ({ last_order_at: at }) => (at === null ? dash : format.day(at)) },
    { id: 'lifecycle', header: t('members.stage'), cell: ({ lifecycle }) => lifecycle ?? dash },
    {
      id: 'since',
      header: t('members.since'),
      sortable: true,
      cell: ({ since, listed }) => (listed ? t('members.byHand') : since === null ? t('members.fromTheFirst') : format.day(since)),
    },
    {
      id: 'why',
      header: t('members.why'),
      cell: ({ profile, name }) => (
        <Button variant="subtle" size="compact-xs" onClick={() => onWhy(String(profile))} aria-label={t('members.whyOf', { name: name ?? profile })}>
          {t('members.why')}
        </Button>
      ),
    },
  ];
}
