import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from './review.module.css';

/** The card of a file of no bytes: nothing of it was sent, so that the others can go on without it. */
export function EmptyFile({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useTranslation('imports');
  const problem = new Problem({ status: 400, code: 'file.empty', title: t('review.empty', { name }), hint: t('review.emptyWhy') });
  return (
    <section className={styles.card} aria-label={name}>
      <ProblemBox error={problem} />
      <div className={styles.buttons}>
        <Button variant="subtle" size="compact-sm" color="gray" onClick={onRemove}>
          {t('review.remove')}
        </Button>
      </div>
    </section>
  );
}
