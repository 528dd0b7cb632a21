import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './settings.module.css';

/** What is shown this once: a key, or a link to hand over. */
export function CopiedSecret({ secret, children }: { readonly secret: string; readonly children: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.secret} role="status">
      <p className={styles.note}>{children}</p>
      <code className={styles.code} data-secret>
        {secret}
      </code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            onClick={copy}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          >
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
