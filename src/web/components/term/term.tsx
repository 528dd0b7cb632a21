import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadTexts } from '../../texts/start-texts.ts';
import type { TermName } from '../../texts/term-names.ts';
import styles from './term.module.css';

/** A word of the trade with its meaning on hover, focus and touch: `<Term name="rfm" />`, or around other words. */
export function Term({ name, children }: { readonly name: TermName; readonly children?: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    void loadTexts('glossary').then(() => wanted && setReady(true));
    return () => {
      wanted = false;
    };
  }, []);
  return ready ? <Explained name={name}>{children}</Explained> : <>{children}</>;
}

function Explained({ name, children }: { readonly name: TermName; readonly children?: ReactNode }) {
  const { t } = useTranslation('glossary', { useSuspense: false });
  return (
    <Tooltip label={t(`${name}.means`)}>
      <button type="button" className={styles.term}>
        {children ?? t(`${name}.term`)}
      </button>
    </Tooltip>
  );
}
