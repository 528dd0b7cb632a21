import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tableFromText } from '../table-from-text.ts';

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onFile: (file: File) => void };

/** A table copied from a spreadsheet or a mail becomes a file like any other. */
export function PasteTable({ opened, onClose, onFile }: Props) {
  const { t } = useTranslation(['imports', 'common']);
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const file = tableFromText(text, name.trim() === '' ? t('paste.unnamed') : name.trim());
  const use = () => {
    if (file === undefined) return;
    onFile(file);
    setText('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('paste.title')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="sm">
        <Textarea
          label={t('paste.label')}
          description={t('paste.hint')}
          minRows={8}
          maxRows={16}
          autosize
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput label={t('paste.name')} description={t('paste.nameHint')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button disabled={file === undefined} onClick={use}>
            {t('paste.use')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
