import type { TFunction } from 'i18next';
import { IconArrowBackUp, IconEye, IconId, IconMail, IconMessage, IconShoppingBag, IconUsersGroup, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Formatters } from '../../components/format/formatters.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Day } from '../../components/format/values.tsx';
import type { StoryEntry } from './customer-queries.ts';
import { loneStep } from './lone-step.ts';
import { ofFive } from './of-five.ts';
import styles from './customer.module.css';

const icons: Readonly<Record<string, Icon>> = {
  order: IconShoppingBag,
  return: IconArrowBackUp,
  visit: IconEye,
  contract: IconId,
  mail: IconMail,
  segment: IconUsersGroup,
};

/** One thing that happened; orders and visits open to their lines. */
export function TimelineEntry({ entry }: { readonly entry: StoryEntry }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const Picture = icons[entry.kind] ?? IconMessage;
  // A visit of one step is that step: there is nothing to open.
  const lines = loneStep(entry) === undefined ? entry.lines : [];
  const title = titleOf(entry, t, format);
  return (
    <li className={styles.entry}>
      <Picture size={18} stroke={1.75} aria-hidden className={styles.picture} />
      <div className={styles.happened}>
        <div className={styles.row}>
          {lines.length === 0 ? (
            <span>{title}</span>
          ) : (
            <button type="button" className={styles.opens} aria-expanded={opened} onClick={() => setOpened(!opened)}>
              {title}
            </button>
          )}
          {entry.amount === null ? null : (
            <strong className={entry.standing === 'not_counted' ? `${styles.amount} ${styles.void}` : styles.amount}>{format.money(entry.amount)}</strong>
          )}
          <span className={styles.when}>
            <Day at={entry.at} />
          </span>
        </div>
        <Detail entry={entry} />
        {opened ? (
          <ul className={styles.lines}>
            {lines.map((line, index) => (
              <li key={index} className={styles.row}>
                <span>
                  {line.at === null ? null : <span className={styles.muted}>{format.time(line.at)} </span>}
                  {line.quantity === null || line.quantity === 1 ? '' : `${format.decimal(line.quantity)} × `}
                  {line.text}
                  {line.detail === null ? null : <span className={styles.muted}> {line.detail}</span>}
                </span>
                {line.amount === null || line.at !== null ? null : <span className={styles.amount}>{format.money(line.amount)}</span>}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

function Detail({ entry }: { readonly entry: StoryEntry }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const { kind, detail, state, standing, refunded, rating, lines } = entry;
  const lone = loneStep(entry);
  const bought = kind === 'order' || kind === 'return';
  const toldRating = (given: number): string => {
    const said = { rating: format.decimal(given) };
    return ofFive(kind, given) ? t('timeline.rating', said) : t('timeline.answer', said);
  };
  const parts = [
    bought && lines.length > 0 ? t('timeline.lines', { count: lines.length, formatted: format.count(lines.length) }) : null,
    rating === null ? null : toldRating(rating),
    kind === 'segment' || standing === 'refunded' || standing === 'not_counted' ? null : state,
    standing === 'not_counted' ? t('timeline.notCounted', { state: state ?? t('timeline.cancelled') }) : null,
    standing === 'refunded' ? t('timeline.refunded') : null,
    standing === 'partly_refunded' && refunded !== null ? t('timeline.partlyRefunded', { money: format.money(refunded) }) : null,
    detail,
    lone?.detail ?? null,
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : <p className={styles.muted}>{parts.join(' · ')}</p>;
}

function titleOf(entry: StoryEntry, t: TFunction<'customer'>, format: Formatters): string {
  const { kind, title, state } = entry;
  switch (kind) {
    case 'order':
      return t('timeline.order', { number: title });
    case 'return':
      return t('timeline.return', { number: title });
    case 'visit':
      return loneStep(entry)?.text ?? t('timeline.visit', { count: Number(title), formatted: format.count(Number(title)) });
    case 'segment':
      return state === 'entered' ? t('timeline.entered', { name: title }) : t('timeline.left', { name: title });
    default:
      // Feedback without a subject has its kind for a title.
      return title === kind ? title.charAt(0).toUpperCase() + title.slice(1) : title;
  }
}
