import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../problem/problem-words.ts';
import styles from './undo-message.module.css';

type Props = { readonly message: string; readonly undo: (() => Promise<unknown>) | undefined; readonly close: () => void };

export function UndoMessage({ message, undo, close }: Props) {
  const { t } = useTranslation('common');
  const [state, setState] = useState<'idle' | 'undoing' | { readonly failed: string }>('idle');
  const run = async (work: () => Promise<unknown>) => {
    setState('undoing');
    try {
      await work();
      close();
    } catch (error) {
      setState({ failed: problemWords(error, t).title });
    }
  };
  return (
    <div className={styles.message}>
      <span>{typeof state === 'object' ? state.failed : message}</span>
      {undo === undefined ? null : (
        <Button variant="subtle" size="compact-sm" loading={state === 'undoing'} onClick={() => void run(undo)}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
