import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { key } from '../../../../api/keys.ts';
import { useFormat } from '../../../../components/format/use-format.ts';
import { Asked } from '../../../../components/waiting/asked.tsx';
import { segmentQuery } from '../segment-query.ts';
import type { Start } from '../use-editor.ts';
import styles from './conflict.module.css';

type Props = {
  readonly slug: string;
  readonly mine: Start;
  /** Go on from what the other person published. */
  readonly onTheirs: (theirs: Start) => void;
  /** Publish mine as the version after theirs. */
  readonly onMine: (theirVersion: number) => void;
};

/** Somebody else changed the segment meanwhile: both definitions, and the two ways on. Nothing is lost either way. */
export function Conflict({ slug, mine, onTheirs, onMine }: Props) {
  const { t } = useTranslation('segments-builder');
  const format = useFormat();
  // What is kept of the segment is what this person began from: neither its text nor its version is theirs.
  const theirs = useQuery({ ...segmentQuery(slug), queryKey: key('segments', 'in-force', slug), gcTime: 0, staleTime: 0 });
  return (
    <Asked answer={theirs}>
      {({ value }) => {
        const [newest] = value.versions;
        return (
          <div>
            <p>{t('conflict.explain', { author: newest?.author ?? '', at: newest === undefined ? '' : format.moment(newest.at) })}</p>
            <h3 className={styles.heading}>{t('conflict.theirs')}</h3>
            <pre className={styles.text}>{value.text}</pre>
            <h3 className={styles.heading}>{t('conflict.mine')}</h3>
            <pre className={styles.text}>{mine.text}</pre>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => onTheirs({ text: value.text, name: value.name, folder: value.folder })}>
                {t('conflict.takeTheirs')}
              </Button>
              <Button onClick={() => onMine(value.version)}>{t('conflict.publishMine')}</Button>
            </Group>
          </div>
        );
      }}
    </Asked>
  );
}
