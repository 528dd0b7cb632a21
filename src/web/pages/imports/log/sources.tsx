import { IconDatabaseImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataSource } from '../../../../contract/index.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Day, Moment } from '../../../components/format/values.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { sourcesQuery } from '../imports-queries.ts';

/** What comes from where, how much, and when it was last heard of. */
export function Sources() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const sources = useQuery(sourcesQuery);
  const columns = useMemo<readonly Column<DataSource>[]>(
    () => [
      { id: 'source', header: t('sources.source'), primary: true, cell: ({ source }) => source },
      { id: 'kinds', header: t('sources.kinds'), cell: ({ kinds }) => format.list(kinds.map((kind) => t(`kinds.${kind as 'orders'}`))) },
      { id: 'imports', header: t('sources.imports'), align: 'right', cell: ({ imports }) => format.count(imports) },
      { id: 'rows', header: t('sources.rows'), align: 'right', cell: ({ rows }) => format.count(rows) },
      { id: 'orders', header: t('sources.orders'), align: 'right', cell: ({ orders }) => format.count(orders) },
      { id: 'events', header: t('sources.events'), align: 'right', cell: ({ events }) => format.count(events) },
      { id: 'newest', header: t('sources.newest'), cell: ({ newest_fact: newest }) => (newest === null ? '–' : <Day at={newest} />) },
      { id: 'last', header: t('sources.last'), cell: ({ last_at: last }) => <Moment at={last} /> },
    ],
    [t, format],
  );
  return (
    <Asked answer={sources}>
      {(rows) => (
        <DataTable
          label={t('log.parts.sources')}
          columns={columns}
          rows={rows}
          rowId={({ source }) => source}
          empty={
            <EmptyState icon={IconDatabaseImport} title={t('sources.emptyTitle')}>
              {t('sources.empty')}
            </EmptyState>
          }
        />
      )}
    </Asked>
  );
}
