import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { totalsOf } from '../report/reports-of.ts';

type Props = { readonly imports: readonly ImportReport[]; readonly size?: 'xs' | 'sm' };

/** Takes imports back exactly, after saying what that takes away. */
export function UndoImports({ imports, size = 'sm' }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [opened, confirm] = useDisclosure(false);
  const ids = imports.flatMap((report) => report.import ?? []);
  const totals = totalsOf(imports);
  const undo = useMutation({
    mutationFn: async () => {
      // The last one first, as they lie on each other.
      for (const id of ids.toReversed()) await answer(client.DELETE('/api/v1/imports/{id}', { params: { path: { id } } }));
    },
    onSuccess: async () => {
      confirm.close();
      await queryClient.invalidateQueries({ queryKey: key('jobs') });
      await navigate({ to: '/imports' });
    },
  });
  if (ids.length === 0) return null;
  return (
    <>
      <Button variant="default" size={size} onClick={confirm.open}>
        {t('undo.button')}
      </Button>
      <ConfirmWithWhatChanges
        opened={opened}
        onClose={confirm.close}
        title={t('undo.title', { count: ids.length })}
        verb={t('undo.verb')}
        danger
        pending={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate()}
      >
        <ul>
          <li>{t('undo.records', { count: totals.created, formatted: format.count(totals.created) })}</li>
          <li>{t('undo.people', { count: totals.people, formatted: format.count(totals.people) })}</li>
          {totals.updated === 0 ? null : <li>{t('undo.updated', { count: totals.updated, formatted: format.count(totals.updated) })}</li>}
        </ul>
        <p>{t('undo.segments')}</p>
      </ConfirmWithWhatChanges>
    </>
  );
}
