import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/sentence-of.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { segmentAddress } from '../segments/addresses.ts';
import { lastMove } from './last-move.ts';
import type { Segment } from './segment.ts';
import styles from './segment-page.module.css';

/** A ready segment whose limit has followed the data says so, since when, and what it asked before. */
export function LimitNote({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const move = lastMove(segment);
  const { data: words } = useQuery({ ...vocabularyQuery, enabled: move !== undefined });
  if (move === undefined || words === undefined) return null;
  return (
    <p className={styles.stages}>
      {t('limit.moved', { at: format.day(move.at), before: sentenceOf(move.before, words) })}{' '}
      <InnerLink href={`${segmentAddress(segment.slug)}?tab=history`}>{t('limit.versions')}</InnerLink>
    </p>
  );
}
