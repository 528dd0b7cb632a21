import { Button, CopyButton as Copying } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Puts a text on the clipboard, and says that it is there. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation('common');
  return (
    <Copying value={text}>
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
    </Copying>
  );
}
