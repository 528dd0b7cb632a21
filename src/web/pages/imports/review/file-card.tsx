import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LookedAt } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { isProblem } from '../../../api/problem.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Waiting } from '../../../components/waiting/waiting.tsx';
import { lookQuery } from '../imports-queries.ts';
import type { Said } from '../said.ts';
import { LookedTable } from './looked-table.tsx';
import { ReadOptions } from './read-options.tsx';
import styles from './review.module.css';

type Props = {
  readonly upload: string;
  readonly said: Said;
  /** Whether the columns are shown from the start. */
  readonly open: boolean;
  readonly onSay: (said: Said) => void;
  readonly onRemove: () => void;
};

/** One file: what it seems to hold, what is in the way, what each column means. */
export function FileCard({ upload, said, open, onSay, onRemove }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  // The card stays as it was while the file is read again with what was just said.
  const look = useQuery({ ...lookQuery({ upload, ...said }), placeholderData: keepPreviousData });
  const [first] = look.data ?? [];
  const remove = (
    <Button variant="subtle" size="compact-sm" color="gray" onClick={onRemove}>
      {t('review.remove')}
    </Button>
  );
  if (look.isError) {
    return (
      <section className={styles.card} aria-label={t('review.unreadable')}>
        <ProblemBox error={look.error} onRetry={() => void look.refetch()} />
        {mayBeReadOtherwise(look.error) ? <ReadOptions said={said} looked={undefined} onSay={onSay} opened /> : null}
        <div className={styles.buttons}>{remove}</div>
      </section>
    );
  }
  if (first === undefined) {
    return (
      <section className={styles.card} aria-busy={look.isPending} aria-label={t('review.reading')}>
        {look.isPending ? <Waiting lines={4} /> : <p className={styles.finding}>{t('review.nothing')}</p>}
        <div className={styles.buttons}>{remove}</div>
      </section>
    );
  }
  return (
    <section className={styles.card} aria-label={first.file} aria-busy={look.isFetching}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{first.file}</h2>
          <p className={styles.about}>
            {[
              t('review.rows', { count: first.rows, formatted: format.count(first.rows) }),
              t('review.columns', { count: first.headers.length, formatted: format.count(first.headers.length) }),
              formatName(first),
            ].join(' · ')}
          </p>
        </div>
        {remove}
      </header>
      {look.data?.map((looked) => (
        <LookedTable key={looked.stream ?? ''} looked={looked} said={said} open={open} several={look.data.length > 1} onSay={onSay} onRemove={onRemove} />
      ))}
    </section>
  );
}

/** A file that is no table at all is not mended by saying how to read it; one whose bytes or columns could be read in several ways is. */
const mayBeReadOtherwise = (error: unknown): boolean =>
  !isProblem(error) || !['file.unreadable', 'file.empty', 'upload.unknown', 'unreachable'].includes(error.body.code) || error.body.hint.includes('--');

const formatName = ({ format: { kind, compression, encoding } }: LookedAt): string =>
  [kind.toUpperCase(), compression, encoding === 'utf-8' ? null : encoding].filter((part) => part !== null).join(' · ');
