import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MergeDialog } from '../data/merge-dialog.tsx';
import { useMayEdit } from '../segments/may-edit.ts';

/** Says that this customer and another are one; afterwards one is on the page of whoever is left. */
export function MergeButton({ profile, label }: { readonly profile: number; readonly label: string }) {
  const { t } = useTranslation('data');
  const router = useRouter();
  const mayEdit = useMayEdit();
  const [merging, setMerging] = useState(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" onClick={() => setMerging(true)}>
        {t('byHand.withAnother')}
      </Button>
      {merging ? (
        <MergeDialog
          first={{ profile, label }}
          onClose={() => setMerging(false)}
          onMerged={(survivor) => {
            if (survivor !== null && survivor !== profile) router.history.replace(`/customers/${survivor}`);
          }}
        />
      ) : null}
    </>
  );
}
