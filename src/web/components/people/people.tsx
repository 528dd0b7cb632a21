import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import styles from './people.module.css';

type Props = {
  readonly count: number;
  /** Of all customers. */
  readonly share?: number | undefined;
  /** Wraps the words in the link that opens these people, as `(words) => <Anchor component={Link} to="…">{words}</Anchor>`. */
  readonly open?: (words: ReactNode) => ReactNode;
  /** While a newer count is on its way the old one stays, paler. */
  readonly stale?: boolean;
};

/** A head count, with its share of all customers: "87 people, 6.8%". */
export function People({ count, share, open, stale = false }: Props) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const words = t('people', { count, formatted: format.count(count) });
  return (
    <span className={styles.people} data-stale={stale || undefined}>
      {open === undefined ? <strong>{words}</strong> : open(words)}
      {share === undefined ? null : (
        <span className={styles.share} title={t('shareOfAll', { share: format.share(share) })}>
          {format.share(share)}
        </span>
      )}
    </span>
  );
}
