import { Button } from '@mantine/core';
import { IconColumns, IconDownload, IconFolder, IconTrash } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { compareAddress, exportAddress } from '../addresses.ts';
import styles from './segments-page.module.css';

type Props = {
  readonly slugs: readonly string[];
  readonly mayEdit: boolean;
  readonly onClear: () => void;
  readonly onMove: () => void;
  readonly onDelete: () => void;
};

/** Two to five can be laid side by side. */
const mostCompared = 5;
const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** What can be done with the segments that are chosen. */
export function ChosenBar({ slugs, mayEdit, onClear, onMove, onDelete }: Props) {
  const { t } = useTranslation('segments-list');
  const router = useRouter();
  const comparable = slugs.length >= 2 && slugs.length <= mostCompared;
  return (
    <section className={styles.bar} aria-label={t('chosen.label')}>
      <strong>{t('chosen.count', { count: slugs.length })}</strong>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconColumns {...icon} />}
        disabled={!comparable}
        title={comparable ? undefined : t('chosen.compareHint')}
        onClick={() => router.history.push(compareAddress(slugs))}
      >
        {t('chosen.compare')}
      </Button>
      {mayEdit ? (
        <>
          <Button variant="default" size="xs" leftSection={<IconDownload {...icon} />} onClick={() => void download(slugs)}>
            {t('export')}
          </Button>
          <Button variant="default" size="xs" leftSection={<IconFolder {...icon} />} onClick={onMove}>
            {t('move')}
          </Button>
          <Button variant="default" size="xs" color="red" leftSection={<IconTrash {...icon} />} onClick={onDelete}>
            {t('delete')}
          </Button>
        </>
      ) : null}
      <Button variant="subtle" size="xs" onClick={onClear}>
        {t('chosen.clear')}
      </Button>
    </section>
  );
}

/** One file for each; browsers drop downloads that begin in the same moment. */
async function download(slugs: readonly string[]): Promise<void> {
  for (const slug of slugs) {
    const link = document.createElement('a');
    link.href = exportAddress(slug);
    link.download = `${slug}.csv`;
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
