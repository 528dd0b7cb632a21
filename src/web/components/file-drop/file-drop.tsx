import { Dropzone, type FileWithPath } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconFileUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './file-drop.module.css';

const extensions = /\.(csv|tsv|tab|txt|xlsx|xlsm|json|jsonl|ndjson|parquet)$|\.(gz|zst)$/i;

type Props = { readonly onFiles: (files: readonly File[]) => void; readonly busy?: boolean; readonly children?: ReactNode };

/** Takes files by drop, click or keyboard. What can't be read is said by name; the rest goes on. */
export function FileDrop({ onFiles, busy = false, children }: Props) {
  const { t } = useTranslation('common');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const take = (files: readonly (File | FileWithPath)[]) => {
    const good = files.filter(({ name }) => extensions.test(name));
    setRefused(files.filter(({ name }) => !extensions.test(name)).map(({ name }) => name));
    if (good.length > 0) onFiles(good);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  // Whoever drops beside the box means the page.
  useEffect(() => {
    const beside = ({ target, dataTransfer }: DragEvent) => {
      const files = [...(dataTransfer?.files ?? [])];
      if (files.length > 0 && target instanceof Node && box.current?.contains(target) === false) latest.current(files);
    };
    document.addEventListener('drop', beside);
    return () => document.removeEventListener('drop', beside);
  }, []);
  return (
    <div ref={box}>
      <Dropzone onDrop={take} loading={busy} className={styles.drop} inputProps={{ 'aria-label': t('file.choose') }}>
        <div className={styles.inside}>
          <IconFileUpload size={28} stroke={1.5} aria-hidden className={styles.icon} />
          <strong>{t('file.drop')}</strong>
          <span className={styles.kinds}>{t('file.kinds')}</span>
          {children}
        </div>
      </Dropzone>
      <div role="status">
        {refused.map((name) => (
          <p key={name} className={styles.refused}>
            {t('file.refused', { name })}
          </p>
        ))}
      </div>
    </div>
  );
}
