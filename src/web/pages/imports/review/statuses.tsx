import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportReport, type StatusReading, statusReadings } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { type Said, sayStatuses } from '../said.ts';
import styles from './review.module.css';

type Props = { readonly statuses: NonNullable<ImportReport['statuses']>; readonly onSay: (change: (said: Said) => Said) => void };

/** How each word of the status column was read, and another reading where the shop means another. */
export function Statuses({ statuses: { column, words, further }, onSay }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [answers, setAnswers] = useState<Readonly<Record<string, StatusReading>>>({});
  const changed = words.filter(({ word, reading }) => answers[word] !== undefined && answers[word] !== reading);
  return (
    <section className={styles.said} aria-label={t('statuses.title', { column })}>
      <h3>{t('statuses.title', { column })}</h3>
      <p className={styles.about}>{t('statuses.why')}</p>
      {words.map(({ word, orders, reading }) => (
        <div key={word} className={styles.word}>
          <span>
            “{word}” <small>{t('statuses.orders', { count: orders, formatted: format.count(orders) })}</small>
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('statuses.readingOf', { word })}
            value={answers[word] ?? reading}
            data={statusReadings.map((value) => ({ value, label: t(`statuses.reads.${value}`) }))}
            onChange={(value) => {
              const said = statusReadings.find((each) => each === value);
              if (said !== undefined) setAnswers({ ...answers, [word]: said });
            }}
          />
        </div>
      ))}
      {further === 0 ? null : <p className={styles.about}>{t('statuses.further', { count: further, formatted: format.count(further) })}</p>}
      {changed.length === 0 ? null : (
        <div className={styles.answers}>
          <Button onClick={() => onSay((said) => sayStatuses(said, Object.fromEntries(changed.map(({ word }) => [word, answers[word] ?? 'counts']))))}>
            {t('statuses.use')}
          </Button>
        </div>
      )}
    </section>
  );
}
