import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './sources.module.css';

/** A text to be put somewhere else, with its button. */
export function CopiedText({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation('sources');
  return (
    <div className={styles.stack}>
      <p className={styles.note}>{label}</p>
      <pre className={styles.code} tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            onClick={copy}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          >
            {copied ? t('setUp.copied') : t('setUp.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
