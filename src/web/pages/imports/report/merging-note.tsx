import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** That several customers become one is no note among others: it can hardly be seen afterwards. */
export function MergingNote({ merging }: { readonly merging: readonly string[] }) {
  const { t } = useTranslation('imports');
  if (merging.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t('merging')}>
      {merging.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </Alert>
  );
}
