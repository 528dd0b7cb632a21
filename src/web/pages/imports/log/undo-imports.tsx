import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import type { Job } from '../../../../contract/schemas.ts';
import { answer, client } from '../../../api/client.ts';
import { useJob } from '../../../api/jobs.ts';
import { key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';

type Props = { readonly imports: readonly ImportReport[]; readonly size?: 'xs' | 'sm' };

/** Takes imports back exactly, after saying what that takes away. */
export function UndoImports({ imports, size = 'sm' }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [opened, confirm] = useDisclosure(false);
  const ids = imports.flatMap((report) => report.import ?? []);
  const [rehearsal, setRehearsal] = useState<string>();
  const rehearse = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/imports/rehearse-undo', { body: { imports: ids } })),
    onSuccess: ({ id }) => setRehearsal(id),
  });
  const { data: counting } = useJob(rehearsal);
  const goes = counting?.status === 'done' ? undoIn(counting) : undefined;
  const failed = rehearse.isError || counting?.status === 'failed' || counting?.status === 'cancelled';
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
      <Button
        variant="default"
        size={size}
        onClick={() => {
          setRehearsal(undefined);
          rehearse.mutate();
          confirm.open();
        }}
      >
        {t('undo.button')}
      </Button>
      <ConfirmWithWhatChanges
        opened={opened}
        onClose={confirm.close}
        title={t('undo.title', { count: ids.length })}
        verb={t('undo.verb')}
        danger
        pending={undo.isPending || (goes === undefined && !failed)}
        error={undo.error}
        onConfirm={() => undo.mutate()}
      >
        {goes === undefined ? (
          <p role="status">{failed ? t('undo.notCounted') : t('undo.counting')}</p>
        ) : (
          <ul>
            <li>{t('undo.records', { count: goes.removed, formatted: format.count(goes.removed) })}</li>
            {goes.restored === 0 ? null : <li>{t('undo.updated', { count: goes.restored, formatted: format.count(goes.restored) })}</li>}
            <li>{customersWords(goes.customers)}</li>
          </ul>
        )}
        <p>{t('undo.segments')}</p>
      </ConfirmWithWhatChanges>
    </>
  );

  function customersWords(customers: number): string {
    if (customers === 0) return t('undo.nobody');
    const count = Math.abs(customers);
    const counted = { count, formatted: format.count(count) };
    return customers > 0 ? t('undo.people', counted) : t('undo.morePeople', counted);
  }
}

type Goes = { readonly removed: number; readonly restored: number; readonly customers: number };

function undoIn({ result }: Job): Goes | undefined {
  const undo = typeof result === 'object' && result !== null && 'undo' in result ? result.undo : undefined;
  if (typeof undo !== 'object' || undo === null) return undefined;
  const { removed, restored, customers } = undo as Partial<Goes>;
  return typeof removed === 'number' && typeof restored === 'number' && typeof customers === 'number' ? { removed, restored, customers } : undefined;
}
