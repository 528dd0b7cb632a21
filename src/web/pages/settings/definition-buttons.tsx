import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

type DefinitionButtonsProps = {
  readonly dirty: boolean;
  readonly savable: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onReset: () => void;
  /** What else can be done with this definition. */
  readonly children?: ReactNode;
};

/** Below a definition that is being edited: keep it, leave it as it was, or go back to what everybody starts with. */
export function DefinitionButtons({ dirty, savable, onSave, onDiscard, onReset, children }: DefinitionButtonsProps) {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.row}>
      <Button disabled={!dirty || !savable} onClick={onSave}>
        {t('save')}
      </Button>
      {children}
      <Button variant="subtle" disabled={!dirty} onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button variant="subtle" onClick={onReset}>
        {t('reset')}
      </Button>
    </div>
  );
}
