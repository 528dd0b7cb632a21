import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../act.module.css';
import type { SlotAnswer } from './content.ts';

type Props = { readonly slot: SlotAnswer; readonly may: boolean; readonly pending: boolean; readonly onRestore: (version: number) => void };

/** What was in force before; an earlier version becomes the draft, to be looked at and published. */
export function VersionsPanel({ slot, may, pending, onRestore }: Props) {
  const { t } = useTranslation('act');
  const format = useFormat();
  if (slot.versions.length === 0) return null;
  return (
    <Panel title={t('versions.title')}>
      <ul className={styles.list}>
        {slot.versions.map(({ version, note, author, at }) => (
          <li key={version} className={styles.item}>
            <div className={styles.words}>
              <span className={styles.name}>
                {t('versions.version', { version })} {version === slot.published?.version ? t('versions.live') : ''}
              </span>
              <span className={styles.small}>
                {format.moment(at)} · {author.startsWith('key:') ? t('versions.byProgram') : author} {note === '' ? '' : `· ${note}`}
              </span>
            </div>
            {may ? (
              <Button variant="default" size="xs" loading={pending} onClick={() => onRestore(version)} aria-label={t('versions.restoreNamed', { version })}>
                {t('versions.restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
