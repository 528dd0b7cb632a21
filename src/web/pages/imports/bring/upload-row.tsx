import { Button, Group, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import type { Uploading } from '../use-uploads.ts';
import styles from './bring.module.css';

type Props = { readonly entry: Uploading; readonly onDismiss: () => void; readonly onRetry: () => void };

export function UploadRow({ entry: { file, share, error }, onDismiss, onRetry }: Props) {
  const { t } = useTranslation(['imports', 'common']);
  const format = useFormat();
  if (error !== undefined) {
    return (
      <li className={styles.row}>
        <span className={styles.name}>{file.name}</span>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('common:retry')}
          </Button>
          <Button size="xs" variant="subtle" onClick={onDismiss}>
            {t('review.remove')}
          </Button>
        </Group>
        <ProblemBox error={error} />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <span className={styles.name}>{file.name}</span>
      <span className={styles.muted}>{share >= 1 ? t('bring.arriving') : t('bring.uploading', { share: format.share(Math.round(share * 100) / 100) })}</span>
      <Progress value={share * 100} size="sm" aria-label={file.name} />
    </li>
  );
}
