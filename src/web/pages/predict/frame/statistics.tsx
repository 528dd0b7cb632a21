import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../predict.module.css';

/** What only those need who know the terms: folded away until it is asked for. */
export function Statistics({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('predict');
  const [opened, fold] = useDisclosure(false);
  return (
    <>
      <div className={styles.line}>
        <Button variant="default" aria-expanded={opened} onClick={fold.toggle}>
          {opened ? t('card.hideStatistics') : t('card.statistics')}
        </Button>
      </div>
      {opened ? children : null}
    </>
  );
}
