import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { type Said, sayMeanings } from '../said.ts';
import styles from './review.module.css';

type Words = NonNullable<ImportReport['unread_words']>[number];
type Props = { readonly words: Words; readonly onSay: (change: (said: Said) => Said) => void };

const meanings = ['yes', 'no', 'unknown'] as const;
type Meaning = (typeof meanings)[number];

/** A column of yes and no in the shop's own words: what each of the few words means is said here, and kept with the mapping. */
export function UnreadWords({ words: { column, words, further }, onSay }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [answers, setAnswers] = useState<Readonly<Record<string, Meaning>>>({});
  return (
    <section className={styles.problem} aria-label={t('words.title', { column })}>
      <h3>{t('words.title', { column })}</h3>
      <p className={styles.finding}>{t('words.why')}</p>
      {words.map(({ word, rows }) => (
        <div key={word} className={styles.word}>
          <span>
            “{word}” <small>{t('words.rows', { count: rows, formatted: format.count(rows) })}</small>
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('words.meaningOf', { word })}
            // No answer is none of the three.
            value={answers[word] ?? ''}
            data={meanings.map((value) => ({ value, label: t(`words.means.${value}`) }))}
            onChange={(value) => {
              const meaning = meanings.find((each) => each === value);
              if (meaning !== undefined) setAnswers({ ...answers, [word]: meaning });
            }}
          />
        </div>
      ))}
      {further === 0 ? null : <p className={styles.about}>{t('words.further', { count: further, formatted: format.count(further) })}</p>}
      <div className={styles.answers}>
        <Button disabled={Object.keys(answers).length === 0} onClick={() => onSay((said) => sayMeanings(said, answers))}>
          {t('words.use')}
        </Button>
      </div>
    </section>
  );
}
