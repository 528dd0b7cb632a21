import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { movesQuery } from '../../api/moves.ts';
import { namesQuery } from '../../api/names.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { useFormat } from '../format/use-format.ts';
import { Panel } from '../panel/panel.tsx';
import styles from './moves-feed.module.css';

const shown = 8;

/** Who enters and leaves while one looks: told by the server as it happens. Nothing stands here before the first move. */
export function MovesFeed({ segment }: { readonly segment?: string }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { data: all } = useQuery(movesQuery);
  const { data: words } = useQuery(vocabularyQuery);
  const moves = all.filter((move) => segment === undefined || move.segment === segment).slice(0, shown);
  const people = useQuery({ ...namesQuery(moves.map(({ profile }) => profile)), enabled: moves.length > 0, placeholderData: keepPreviousData }).data;
  if (moves.length === 0) return null;
  return (
    <Panel title={t('moves.title')}>
      <ul className={styles.list} aria-live="polite" data-moves>
        {moves.map(({ id, segment: slug, profile, entered, at }) => (
          <li key={id} className={styles.item}>
            <span aria-hidden className={entered ? styles.in : styles.out}>
              {entered ? '→' : '←'}
            </span>
            <Link to="/customers/$profile" params={{ profile: String(profile) }}>
              {people?.get(profile) ?? t('moves.customer', { number: profile })}
            </Link>{' '}
            {entered ? t('moves.entered') : t('moves.left')}{' '}
            <Link to="/segments/$slug" params={{ slug }} search={{ tab: 'overview', sort: 'spent' }}>
              {words?.segments.get(slug)?.name ?? slug}
            </Link>
            <span className={styles.small}>{format.moment(at)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
