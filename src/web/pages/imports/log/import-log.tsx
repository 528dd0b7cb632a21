import { Anchor, Badge, Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Moment } from '../../../components/format/values.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { importsQuery } from '../imports-queries.ts';
import styles from './import-log.module.css';

type Entry = NonNullable<ReturnType<typeof useImports>['data']>[number];
const useImports = () => useQuery(importsQuery);
const colours = { done: 'teal', failed: 'red', undone: 'gray', pending: 'accent' } as const;

/** Every import, newest first. */
export function ImportLog({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const imports = useImports();
  const columns = useMemo<readonly Column<Entry>[]>(
    () => [
      {
        id: 'file',
        header: t('log.file'),
        primary: true,
        cell: ({ id, file }) => (
          <Anchor component="button" type="button" ta="left" className={styles.file ?? ''} onClick={() => onOpen(id)}>
            {file}
          </Anchor>
        ),
      },
      { id: 'kind', header: t('log.kind'), cell: ({ kind }) => kindWord(kind) },
      { id: 'source', header: t('log.source'), cell: ({ source }) => source },
      { id: 'at', header: t('log.at'), cell: ({ at }) => <Moment at={at} /> },
      { id: 'rows', header: t('log.rows'), align: 'right', cell: ({ rows }) => format.count(rows) },
      { id: 'rejected', header: t('log.rejected'), align: 'right', cell: ({ rejected }) => format.count(rejected) },
      {
        id: 'status',
        header: t('log.status'),
        cell: ({ status, failure, resumed_by: later }) => (
          <>
            <Badge color={colours[statusOf(status)]} className={styles.state ?? ''}>
              {t(`log.statuses.${statusOf(status)}`)}
            </Badge>
            {failure === null ? null : <span className={styles.failure}>{failure}</span>}
            {later === null ? null : (
              <Anchor component="button" type="button" ta="left" fz="sm" onClick={() => onOpen(later)}>
                {t('log.resumedBy')}
              </Anchor>
            )}
          </>
        ),
      },
    ],
    [t, format, onOpen],
  );
  return (
    <Asked answer={imports}>
      {(rows) => (
        <DataTable
          label={t('log.title')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          empty={
            <EmptyState
              icon={IconTableImport}
              title={t('log.emptyTitle')}
              action={
                <Button component={Link} to="/imports/new">
                  {t('log.new')}
                </Button>
              }
            >
              {t('log.empty')}
            </EmptyState>
          }
        />
      )}
    </Asked>
  );

  function kindWord(kind: string): string {
    return t(`kinds.${kind as 'orders'}`);
  }
}

const statusOf = (status: string): keyof typeof colours => (Object.hasOwn(colours, status) ? (status as keyof typeof colours) : 'pending');
