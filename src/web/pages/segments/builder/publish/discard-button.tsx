import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../../api/client.ts';
import { key } from '../../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../../components/confirm/confirm-with-what-changes.tsx';

/** Throws the draft away; the segment in force stays as it is. */
export function DiscardButton({ draftKey, onDiscarded }: { readonly draftKey: string; readonly onDiscarded: () => void }) {
  const { t } = useTranslation('segments-builder');
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/drafts/{key}', { params: { path: { key: draftKey } } })),
    onSuccess: () => {
      queryClient.setQueryData(key('segments', 'draft', draftKey), null);
      void queryClient.invalidateQueries({ queryKey: key('segments', 'drafts') });
      onDiscarded();
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('discard.open')}
      </Button>
      <ConfirmWithWhatChanges
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('discard.title')}
        verb={t('discard.verb')}
        danger
        pending={discard.isPending}
        error={discard.error ?? undefined}
        onConfirm={() => discard.mutate()}
      >
        {t('discard.explain')}
      </ConfirmWithWhatChanges>
    </>
  );
}
