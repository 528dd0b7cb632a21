import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../components/format/use-format.ts';
import { useBuilder } from '../builder-context.ts';
import styles from './head-count.module.css';

/** How many people a condition alone holds for, beside it. */
export function HeadCount({ id }: { readonly id: string }) {
  const { t } = useTranslation(['segments-builder', 'common']);
  const format = useFormat();
  const { members, customers, stale } = useBuilder();
  const count = members.get(id);
  if (count === undefined) return <span className={styles.count} aria-hidden />;
  const share = customers === undefined || customers === 0 ? undefined : count / customers;
  return (
    <span
      className={styles.count}
      data-stale={stale || undefined}
      title={share === undefined ? undefined : t('common:shareOfAll', { share: format.share(share) })}
    >
      <span>
        {format.count(count)}
        <VisuallyHidden component="span"> {t('people')}</VisuallyHidden>
      </span>
      <span className={styles.bar} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.round((share ?? 0) * 100)}%` }} />
      </span>
    </span>
  );
}
