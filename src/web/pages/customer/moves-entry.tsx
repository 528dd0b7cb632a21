import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { Day } from '../../components/format/values.tsx';
import type { StoryEntry } from './customer-queries.ts';
import styles from './customer.module.css';

/** The segments that somebody entered and left on one day, opened to their names. */
export function MovesEntry({ moves }: { readonly moves: readonly StoryEntry[] }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const entered = moves.filter(({ state }) => state === 'entered').length;
  const words = [
    entered === 0 ? null : t('timeline.enteredMany', { count: entered, formatted: format.count(entered) }),
    entered === moves.length ? null : t('timeline.leftMany', { count: moves.length - entered, formatted: format.count(moves.length - entered) }),
  ].filter((part) => part !== null);
  return (
    <li className={styles.entry}>
      <IconUsersGroup size={18} stroke={1.75} aria-hidden className={styles.picture} />
      <div className={styles.happened}>
        <div className={styles.row}>
          <button type="button" className={styles.opens} aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {sentenceCase(words.join(', '))}
          </button>
          <span className={styles.when}>
            <Day at={moves[0]?.at ?? ''} />
          </span>
        </div>
        {opened ? (
          <ul className={styles.lines}>
            {moves.map(({ at, title, state }) => (
              <li key={`${at} ${title} ${state}`}>
                <span className={styles.muted}>{format.time(at)} </span>
                {state === 'entered' ? t('timeline.entered', { name: title }) : t('timeline.left', { name: title })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}
