import { Button, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './problem-box.module.css';
import { problemWords } from './problem-words.ts';

type Props = { readonly error: unknown; readonly onRetry?: (() => void) | undefined };

/** What was wrong, and what to do next. Plain text only: nothing a file or a person wrote is ever markup. */
export function ProblemBox({ error, onRetry }: Props) {
  const { t } = useTranslation('common');
  const { title, hint, details } = problemWords(error, t);
  return (
    <div className={styles.box} role="alert">
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {hint === '' ? null : <p className={styles.hint}>{hint}</p>}
        {details === undefined ? null : (
          <details className={styles.details}>
            <summary>{t('problem.details')}</summary>
            <Code block>{details}</Code>
          </details>
        )}
        {onRetry === undefined ? null : (
          <Button variant="default" size="xs" onClick={onRetry} mt={8}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
