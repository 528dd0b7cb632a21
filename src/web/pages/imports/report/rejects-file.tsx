import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../components/use-workspace.ts';
import styles from './report.module.css';

/** The rejected rows as a file, with line, column and reason, to be corrected and imported again. It holds personal data. */
export function RejectsFile({ id }: { readonly id: string | null }) {
  const { t } = useTranslation('imports');
  const person = usePerson();
  if (id === null || person === undefined) return null;
  if (!person.personalData || person.role === 'viewer') return <span className={styles.fix}>{t('rejects.hidden')}</span>;
  return (
    <Anchor href={`/api/v1/imports/${encodeURIComponent(id)}/rejects`} download size="sm">
      {t('rejects.file')}
    </Anchor>
  );
}
