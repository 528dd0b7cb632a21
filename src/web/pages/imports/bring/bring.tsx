import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../components/file-drop/file-drop.tsx';
import type { Uploaded } from '../upload-file.ts';
import { useUploads } from '../use-uploads.ts';
import styles from './bring.module.css';
import { PasteTable } from './paste-table.tsx';
import { UploadRow } from './upload-row.tsx';

type Props = { readonly onArrived: (uploaded: readonly Uploaded[], empty: readonly string[]) => void; readonly compact?: boolean };

/** Files by drop, choice or pasted text, with how far each is on its way. */
export function Bring({ onArrived, compact = false }: Props) {
  const { t } = useTranslation('imports');
  const [pasting, setPasting] = useState(false);
  const { uploading, bring, dismiss } = useUploads(onArrived);
  const take = useCallback((files: readonly File[]) => void bring(files), [bring]);
  return (
    <section className={compact ? styles.compact : styles.bring} aria-label={t('bring.label')}>
      <FileDrop onFiles={take} />
      <div className={styles.other}>
        <span>{t('bring.or')}</span>
        <Button variant="default" size="xs" leftSection={<IconClipboardText size={16} stroke={1.75} aria-hidden />} onClick={() => setPasting(true)}>
          {t('bring.paste')}
        </Button>
        <span className={styles.stays}>{t('bring.stays')}</span>
      </div>
      {uploading.length === 0 ? null : (
        <ul className={styles.list}>
          {uploading.map((entry) => (
            <UploadRow
              key={entry.key}
              entry={entry}
              onDismiss={() => dismiss(entry.key)}
              onRetry={() => {
                dismiss(entry.key);
                take([entry.file]);
              }}
            />
          ))}
        </ul>
      )}
      <PasteTable opened={pasting} onClose={() => setPasting(false)} onFile={(file) => take([file])} />
    </section>
  );
}
