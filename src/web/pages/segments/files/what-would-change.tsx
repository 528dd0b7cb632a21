import { useTranslation } from 'react-i18next';
import type { SegmentFileReport } from '../../../../contract/index.ts';
import styles from './files.module.css';

const kinds = ['created', 'changed', 'deleted', 'unchanged', 'skipped'] as const;

/** What a file of segments would change: how many of each sort by name, and each definition before and after. */
export function WhatWouldChange({ report }: { readonly report: SegmentFileReport }) {
  const { t } = useTranslation('segments-list');
  return (
    <section className={styles.report} aria-label={t('file.changes')} role="status">
      <ul className={styles.sums}>
        {kinds
          .filter((kind) => report[kind].length > 0)
          .map((kind) => (
            <li key={kind}>
              <strong>{t(`file.sums.${kind}`, { count: report[kind].length })}</strong>
              {kind === 'unchanged' ? null : `: ${report[kind].join(', ')}`}
            </li>
          ))}
      </ul>
      {report.created.length + report.changed.length + report.deleted.length === 0 ? <p className={styles.note}>{t('file.nothing')}</p> : null}
      {report.differences.map(({ slug, name, before, after }) => (
        <div key={slug} className={styles.difference}>
          <h3 className={styles.name}>{name}</h3>
          {before === null ? null : (
            <p>
              <span className={styles.mark}>{t('file.before')}</span> <del className={styles.code}>{before}</del>
            </p>
          )}
          {after === null ? null : (
            <p>
              <span className={styles.mark}>{t('file.after')}</span> <ins className={styles.code}>{after}</ins>
            </p>
          )}
        </div>
      ))}
      {report.warnings.map(({ segment, message }) => (
        <p key={`${segment} ${message}`} className={styles.warning}>
          {segment}: {message}
        </p>
      ))}
    </section>
  );
}
