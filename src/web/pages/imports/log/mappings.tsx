import { Button } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Moment } from '../../../components/format/values.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { usePerson } from '../../../components/use-workspace.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import { looksKey, mappingsQuery } from '../imports-queries.ts';

type Saved = NonNullable<ReturnType<typeof useMappings>['data']>[number];
const useMappings = () => useQuery(mappingsQuery);

/** What columns of files that come again mean, by name. Deleting one can be taken back for a while. */
export function Mappings() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const mappings = useMappings();
  const person = usePerson();
  const queryClient = useQueryClient();
  const toast = useUndoToast();
  const fresh = async () => {
    await queryClient.invalidateQueries({ queryKey: mappingsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: looksKey });
  };
  const remove = useMutation({
    mutationFn: ({ name }: Saved) => answer(client.DELETE('/api/v1/mappings/{name}', { params: { path: { name } } })),
    onSuccess: async (_answer, { name, mapping }) => {
      await fresh();
      toast({
        message: t('mapping.deleted', { name }),
        undo: async () => {
          await answer(client.PUT('/api/v1/mappings/{name}', { params: { path: { name } }, body: mapping }));
          await fresh();
        },
      });
    },
  });
  const mayChange = person !== undefined && person.role !== 'viewer';
  const columns = useMemo<readonly Column<Saved>[]>(
    () => [
      { id: 'name', header: t('mapping.name'), primary: true, cell: ({ name }) => name },
      { id: 'kind', header: t('log.kind'), cell: ({ mapping }) => t(`kinds.${mapping.kind}`) },
      { id: 'source', header: t('log.source'), cell: ({ mapping }) => mapping.source },
      {
        id: 'columns',
        header: t('mapping.columns'),
        align: 'right',
        cell: ({ mapping }) => format.count(mapping.columns.filter(({ field }) => field !== 'ignore').length),
      },
      { id: 'at', header: t('mapping.at'), cell: ({ saved_at: at }) => <Moment at={at} /> },
      {
        id: 'delete',
        header: '',
        align: 'right',
        cell: (saved) =>
          mayChange ? (
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              aria-label={t('mapping.deleteNamed', { name: saved.name })}
              onClick={() => remove.mutate(saved)}
            >
              {t('mapping.delete')}
            </Button>
          ) : null,
      },
    ],
    [t, format, mayChange, remove],
  );
  return (
    <>
      {remove.isError ? <ProblemBox error={remove.error} /> : null}
      <Asked answer={mappings}>
        {(rows) => (
          <DataTable
            label={t('log.parts.mappings')}
            columns={columns}
            rows={rows}
            rowId={({ name }) => name}
            empty={
              <EmptyState icon={IconColumns} title={t('mapping.emptyTitle')}>
                {t('mapping.empty')}
              </EmptyState>
            }
          />
        )}
      </Asked>
    </>
  );
}
